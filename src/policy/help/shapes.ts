import { type Shape, type WantedShape } from '../validate/facts.ts';
import { type OperandForm } from '../validate/operand-format.ts';

/** What was found, in plain words. */
export const shapeWords: Readonly<Record<Shape, string>> = {
  object: 'an object',
  'empty-object': 'an empty object',
  list: 'a list',
  'empty-list': 'an empty list',
  text: 'text',
  number: 'a number',
  boolean: '`true` or `false`',
  null: '`null`',
};

export const wantedWords: Readonly<Record<WantedShape, string>> = {
  text: 'text',
  texts: 'text or a list of texts',
  object: 'an object',
  objects: 'an object or a list of objects',
  effect: '`Allow` or `Deny`',
  keys: 'an object of condition keys',
  'condition-value': 'text, a number, a boolean or a list of those',
};

/** What the values of an operator must be. */
export const formWords: Readonly<Record<OperandForm, string>> = {
  number: 'numbers',
  date: 'dates such as `2026-01-31T12:00:00Z`',
  ip: 'IP addresses and ranges such as `203.0.113.0/24`',
  arn: 'ARNs with all six parts',
  base64: 'base64 text',
  bool: '`true` and `false`',
};
