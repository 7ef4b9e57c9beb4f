import { expect, expectAccessible, test } from './fixtures.ts';
import { Lab } from './lab.ts';

/** Each place, and what is there when it is whole on a wide screen. */
const places = [
  { at: '', whole: 'h1' },
  { at: 'lesson/assume-role/two-policies', whole: '.monaco-editor' },
  { at: 'lesson/assume-role/julie-asks', whole: '.console-page' },
  { at: 'lesson/leaked-credentials/contain', whole: '.console-page' },
  { at: 'lesson/leaked-credentials/side-by-side', whole: '.impact-comparison' },
  { at: 'sandbox', whole: '.call-form' },
  { at: 'proof', whole: '.proof-list' },
];
const inConsole = new Set(['.monaco-editor', '.console-page']);

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
];

for (const { at, whole } of places) {
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing at #/${at}, ${colorScheme}, wide and narrow`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(`#/${at}`);
      for (const size of sizes) {
        await page.setViewportSize(size);
        await page.reload();
        await expect(page.getByRole('main')).toBeVisible();
        // On a narrow screen the console waits behind a tab; the player is there on every one.
        const there = size.width < 1000 && inConsole.has(whole) ? '[data-ready="player"]' : whole;
        await expect(page.locator(there).first()).toBeAttached();
        await expect(page.getByText('Opening the console')).toBeHidden();
        await expectAccessible(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, 'the page scrolls sideways').toBe(0);
      }
    });
  }
}

test('a lesson can be done by keyboard: Tab leaves the editor and nothing is typed by it', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/two-policies');
  const editor = lab.editor(/Trust policy/);
  await expect(editor).toBeVisible();
  const lines = lab.console.locator('.view-lines').first();
  await expect(lines).toContainText('WhoMayAssume');
  const before = await lines.textContent();
  await editor.focus();
  await page.keyboard.press('Tab');
  await expect(editor).not.toBeFocused();
  expect(await lines.textContent()).toBe(before);

  await page.getByRole('button', { name: 'Next', exact: true }).focus();
  await page.keyboard.press('Enter');
  await lab.place(/^Bob/).focus();
  await page.keyboard.press('ArrowRight');
  await expect(lab.place(/^Julie/)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(lab.console.getByRole('heading', { name: 'Julie' })).toBeVisible();
});

test('with reduced motion nothing moves, and the moments are all there', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/bob-asks');
  await page.getByRole('button', { name: 'Play this step' }).click();
  for (let i = 0; i < 10; i++) {
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
    await page.waitForTimeout(100);
  }
  await expect(lab.moment).toHaveAttribute('aria-valuetext', /CloudTrail writes the record/);
});

test('the text twin tells the whole scene', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lesson/leaked-credentials/woofy');
  await lab.toTheEnd();
  await lab.detail('Text');
  const text = page.getByRole('article', { name: 'The scene as text' });
  await expect(text).toContainText('woofy');
  await expect(text.getByRole('row', { name: /woofy/ })).toContainText('DataRole/emy');
  await expect(text.locator('[aria-current="step"]')).toContainText('CloudTrail writes the record');
});
