import { expect, test } from 'vitest';
import { lessonAddress, readRoute, type Route } from './routes.ts';

const unknown = (address: string): Route => ({ page: 'unknown', address });
const lesson = (id: string, step?: string): Route => ({ page: 'lesson', lesson: id, step });

test.each<[string, string, Route]>([
  ['nothing is the map', '', { page: 'map' }],
  ['so is a bare #', '#', { page: 'map' }],
  ['and a slash', '#/', { page: 'map' }],
  ['and any number of slashes', '#////', { page: 'map' }],
  ['a lesson', '#/lesson/assume-role', lesson('assume-role')],
  ['a step of a lesson', '#/lesson/assume-role/bob-asks', lesson('assume-role', 'bob-asks')],
  ['a slash at the end does not count', '#/lesson/assume-role/', lesson('assume-role')],
  ['the slash after # may be missing', '#lesson/assume-role', lesson('assume-role')],
  ['which lessons there are is for others to say', '#/lesson/nope', lesson('nope')],
  ['names that every object has are names', '#/lesson/__proto__', lesson('__proto__')],
  ['lessons without a name are on the map', '#/lesson', { page: 'map' }],
  ['the sandbox', '#/sandbox', { page: 'sandbox' }],
  ['the proof', '#/proof', { page: 'proof' }],
  ['percent-encoded is the same address', '#/lesson/assume%2Drole', lesson('assume-role')],
  ['what is encoded is shown as meant', '#/lesson/caf%C3%A9', lesson('café')],
  ['an encoded slash is no slash', '#/lesson/a%2Fb', lesson('a/b')],
  [
    'what only looks encoded is left as it is',
    '#/lesson/100%/%E0%A4%A',
    lesson('100%', '%E0%A4%A'),
  ],
  ['a lesson’s step has nothing below it', '#/lesson/a/b/c', unknown('#/lesson/a/b/c')],
  ['nor has the sandbox', '#/sandbox/a', unknown('#/sandbox/a')],
  ['nor has the proof', '#/proof/a/b/c/d', unknown('#/proof/a/b/c/d')],
  ['another page', '#/settings', unknown('#/settings')],
  ['capitals are another page', '#/Sandbox', unknown('#/Sandbox')],
  ['a name that every object has is no page', '#/constructor', unknown('#/constructor')],
  ['an anchor is no page', '#main', unknown('#main')],
  ['garbage', '#/%00<script>', unknown('#/\0<script>')],
  ['garbage that cannot be decoded', '#/%', unknown('#/%')],
  ['a query', '#?a=b', unknown('#?a=b')],
])('%s', (_why, hash, route) => {
  expect(readRoute(hash)).toEqual(route);
});

test.each([
  ['a lesson', lessonAddress('assume-role'), lesson('assume-role')],
  ['a step', lessonAddress('assume-role', 'bob-asks'), lesson('assume-role', 'bob-asks')],
  ['the sandbox', lessonAddress('sandbox'), { page: 'sandbox' }],
  [
    'the sandbox, whose one step has no address',
    lessonAddress('sandbox', 'play'),
    { page: 'sandbox' },
  ],
])('an address leads back to what it was made for: %s', (_what, address, route) => {
  expect(readRoute(address)).toEqual(route);
});
