import type { PracticeApp } from './schema/app';
import type { Persona } from './schema/persona';
import type { Value } from './schema/value';

/** What an app is played with: whose numbers, which place's dated values, and which of its scenes. */
export interface Cast {
  persona: Persona;
  place: Record<string, Value>;
  scene?: string | undefined;
}

/** The value a reference stands for: `persona.phone`, `message.otp.code`, `scene.amount`; undefined where there is none. */
export function valueAt(
  app: Pick<PracticeApp, 'messages' | 'scenes'>,
  cast: Cast,
  reference: string,
): Value | undefined {
  const [source, name = '', key = ''] = reference.split('.');
  if (source === 'message') return app.messages[name]?.[key];
  if (source === 'scene') return app.scenes[cast.scene ?? '']?.[name];
  if (source === 'place') return cast.place[name];
  return personaValue(cast.persona, name);
}

function personaValue(persona: Persona, name: string): Value | undefined {
  if (name === 'name' || name === 'idNumber' || name === 'phone') return persona[name];
  return persona.values[name];
}
