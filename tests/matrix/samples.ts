import type { Marker } from './canary';

/**
 * A payload of every kind in which every field, the optional ones too, holds something that is found again. A kind
 * that is not here fails tests/server/matrix.test.ts.
 */
export const samples: Readonly<Record<string, (mark: Marker) => Record<string, unknown>>> = {
  'person.registered': (mark) => ({
    name: mark.name(),
    birthYear: mark.number(1900, 2100),
    number: mark.number(1, 9999),
  }),
  'person.erased': () => ({ reason: 'left' }),
  'class.planned': (mark) => ({
    session: mark.id(),
    title: mark.text(),
    lessons: [mark.content(), mark.content()],
    starts: mark.moment(),
    minutes: mark.number(5, 600),
  }),
  'class.opened': (mark) => ({ session: mark.id(), title: mark.text(), lessons: [mark.content()] }),
  'class.closed': (mark) => ({ session: mark.id() }),
  'attendance.marked': (mark) => ({ session: mark.id(), status: 'late', guest: mark.id() }),
  'attendance.corrected': (mark) => ({ session: mark.id(), status: 'none', reason: mark.text() }),
  'lesson.started': (mark) => ({
    attempt: mark.id(),
    lesson: mark.content(),
    version: mark.number(1, 900_000),
  }),
  'lesson.attempt': (mark) => ({
    attempt: mark.id(),
    lesson: mark.content(),
    step: mark.content(),
    mode: 'test',
    right: false,
    slip: mark.content(),
    helped: mark.number(0, 9999),
  }),
  'lesson.finished': (mark) => ({
    attempt: mark.id(),
    lesson: mark.content(),
    version: mark.number(1, 900_000),
    passed: true,
    slips: mark.number(0, 9999),
    allowed: mark.number(0, 9999),
    seconds: mark.number(0, 86_400),
  }),
  'event.discarded': (mark) => ({
    event: mark.id(),
    kind: mark.content(),
    occurred: mark.moment(),
    reason: mark.text(),
  }),
  'lesson.rated': (mark) => ({ attempt: mark.id(), lesson: mark.content(), moment: 'after', face: 4 }),
  'milestone.reached': (mark) => ({
    attempt: mark.id(),
    lesson: mark.content(),
    step: mark.content(),
    milestone: mark.content(),
  }),
  'card.issued': (mark) => ({
    card: mark.id(),
    serial: mark.number(1, 0xffff_ffff),
    picture: 7,
    pin: mark.id() + mark.id(),
  }),
  'card.revoked': (mark) => ({ card: mark.id(), reason: 'lost' }),
  'card.locked': (mark) => ({ card: mark.id(), locked: true }),
  'guest.claimed': (mark) => ({ guest: mark.id() }),
  'house.set': (mark) => ({
    hours: [[{ from: 0, to: mark.number(1, 1440) }], [], [], [], [], [], []],
    warnAfter: mark.number(120, 300),
  }),
  'bulletin.posted': (mark) => ({
    bulletin: mark.id(),
    tier: 'regular',
    source: { title: mark.text(), text: mark.text() },
    test: true,
    until: mark.moment(),
    by: mark.name(),
  }),
  'bulletin.withdrawn': (mark) => ({
    bulletin: mark.id(),
    tier: 'regular',
    reason: mark.text(),
    by: mark.name(),
  }),
  'guest.unclaimed': (mark) => ({ guest: mark.id(), why: 'other', reason: mark.text() }),
};
