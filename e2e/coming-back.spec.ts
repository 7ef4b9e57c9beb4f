import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

test('a reload comes back to the lesson, the step, the moment and the policies', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('lesson/leaked-credentials/contain');
  await page.getByRole('button', { name: /Try this.*Revoke active sessions/ }).click();
  await lab.toTheEnd();
  await page.locator('body').press('ArrowLeft');
  const moment = await lab.moment.getAttribute('aria-valuetext');

  await page.reload();
  await expect(page).toHaveURL(/leaked-credentials\/contain$/);
  await expect(page.getByRole('heading', { name: /Stop him/ })).toBeVisible();
  await expect(lab.moment).toHaveAttribute('aria-valuetext', moment ?? 'none');
  await expect(lab.place(/^DataRole/)).toHaveAccessibleName(/3 policies/);
});

test('an unsaved draft survives a reload, and can be discarded', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/two-policies');
  await expect(lab.editor(/Trust policy/)).toBeVisible();
  await lab.rewrite(/Trust policy/, '{"draft": true}');
  await page.reload();
  await expect(lab.console).toContainText('"draft"');

  await lab.console.getByRole('button', { name: /Discard/ }).click();
  await expect(lab.console).not.toContainText('"draft"');
  await expect(lab.console).toContainText('WhoMayAssume');
});

test('back and forward of the browser go between steps', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/two-policies');
  await lab.next();
  await expect(page).toHaveURL(/bob-asks$/);
  await lab.next();
  await expect(page).toHaveURL(/julie-asks$/);
  await page.goBack();
  await expect(page.getByRole('heading', { name: /Bob asks/ })).toBeVisible();
  await page.goForward();
  await expect(page.getByRole('heading', { name: /Julie asks/ })).toBeVisible();
});

test('starting over forgets the run', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/julie-asks');
  await page.getByRole('button', { name: 'Start over' }).click();
  await expect(page.getByRole('heading', { name: /One role, two questions/ })).toBeVisible();
  await expect(lab.moment).toHaveAttribute('max', '0');
});
