export type { PracticeApp, Screen } from './schema/app';
export type { Check } from './schema/check';
export type {
  Button,
  Card,
  Choice,
  Control,
  Dialog,
  Field,
  Input,
  Notice,
  Outcome,
  Pick,
  Text,
  Widget,
} from './schema/widget';
export type { AppBundle } from './bundle';
