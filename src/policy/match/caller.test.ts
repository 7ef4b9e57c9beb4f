import { expect, test } from 'vitest';
import { carried } from './caller.ts';

const context = { 'aws:username': 'alice', 'aws:tagkeys': ['dept'] };

test.each([
  ['aws:username', 'alice'],
  ['aws:tagkeys', ['dept']],
  ['aws:userid', undefined],
  ['constructor', undefined], // what every object inherits is not in the request
  ['__proto__', undefined],
  ['tostring', undefined],
])('a request carries under %s: %j', (key, found) => expect(carried(context, key)).toEqual(found));
