import { type Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

test('anybody makes any call, and what comes back can be leaked, copied and used', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('sandbox');
  const answer = page.locator('.call-answer');
  const send = () => page.getByRole('button', { name: 'Send the request' }).click();

  await page.getByLabel('Who', { exact: true }).selectOption('Julie');
  await send();
  await expect(answer).toContainText('ASIA');

  await page.getByLabel('Action').selectOption('s3:GetObject');
  await send();
  await expect(answer).toContainText('quarter,revenue');

  await page.getByLabel('Credentials', { exact: true }).selectOption({
    label: await optionWith(page, 'Julie: role session'),
  });
  await page.getByRole('button', { name: 'Commit to a public repository' }).click();
  await page.getByLabel('Who copies').selectOption('woofy');
  await page.getByRole('button', { name: 'Copy them' }).click();
  await expect(lab.place(/^woofy/)).toHaveAccessibleName(/DataRole\/julie/);

  await page.getByLabel('Who', { exact: true }).selectOption('woofy');
  await send();
  await expect(answer).toContainText('quarter,revenue');

  await page.getByRole('button', { name: 'Wait 1 hour' }).click();
  await send();
  await expect(answer).toContainText('ExpiredToken');
});

async function optionWith(page: Page, text: string): Promise<string> {
  const option = page.locator('option', { hasText: text }).first();
  return (await option.textContent()) ?? '';
}

test('a call without credentials, and one with nonsense in it, are answered as AWS answers them', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('sandbox');
  const answer = page.locator('.call-answer');
  await page.getByLabel('Who', { exact: true }).selectOption('woofy');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(answer).toContainText('MissingAuthenticationToken');

  await page.getByLabel('Who', { exact: true }).selectOption('Bob');
  await page.getByLabel('Role session name').fill('bob smith');
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(answer).toContainText(
    "Value 'bob smith' at 'roleSessionName' failed to satisfy constraint",
  );
});
