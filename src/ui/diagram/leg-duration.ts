import { type Happening } from '#world';

const milliseconds: Record<Happening['type'], number> = {
  'request-sent': 1000,
  'credentials-checked': 600,
  'gate-asked': 1100,
  decided: 900,
  'permissions-not-asked': 900,
  'credentials-issued': 1200,
  changed: 1000,
  answered: 1000,
  recorded: 500,
  leaked: 1200,
  copied: 1200,
  impossible: 900,
  waited: 1100,
  'credentials-expired': 900,
};

/** How long the diagram takes to show a happening at speed 1: the player waits as long. */
export const legDuration = (happening: Happening): number => milliseconds[happening.type];
