import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

test('woofy uses Emy’s session, and AWS takes him for her', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lesson/leaked-credentials/woofy');
  await lab.toTheEnd();

  await expect(lab.place(/^woofy/)).toHaveAccessibleName(/DataRole\/emy.*copy/);
  await expect(lab.why).toContainText('arn:aws:sts::111122223333:assumed-role/DataRole/emy');
  await lab.detail('CloudTrail');
  await expect(page.getByRole('tabpanel')).toContainText('198.51.100.66');
  await expect(page.getByRole('tabpanel')).toContainText('new address for this key');
});

const containments = [
  {
    title: 'Take Emy out of the trust policy',
    rows: [
      ['Bob', 'works', 'works'],
      ['Julie', 'works', 'works'],
      ['Emy', 'works', 'refused'],
      ['woofy', 'works', 'refused'],
    ],
  },
  {
    title: 'Take the permissions away',
    rows: [
      ['Bob', 'refused', 'refused'],
      ['Julie', 'refused', 'refused'],
      ['Emy', 'refused', 'refused'],
      ['woofy', 'refused', 'refused'],
    ],
  },
  {
    title: 'Revoke active sessions',
    rows: [
      ['Bob', 'works', 'works'],
      ['Julie', 'works', 'works'],
      ['Emy', 'works', 'works'],
      ['woofy', 'refused', 'refused'],
    ],
  },
];

for (const { title, rows } of containments) {
  test(`${title}: played to the end, the matrix says who can still work`, async ({ page }) => {
    const lab = new Lab(page);
    await lab.open('lesson/leaked-credentials/contain');
    await page.getByRole('button', { name: `Try this: ${title}` }).click();
    await lab.toTheEnd();

    const table = page.getByRole('tabpanel', { name: 'Impact' }).getByRole('table');
    await expect(table).toBeVisible();
    expect(await lab.matrix(table)).toEqual(rows);
  });
}

test('side by side, the three ways have three different matrices', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lesson/leaked-credentials/side-by-side');
  const matrixOf = async (title: string) => {
    const card = page.getByRole('article', { name: title });
    await expect(card.getByRole('table')).toBeVisible();
    return lab.matrix(card.getByRole('table'));
  };

  expect(await matrixOf('Take Emy out of the trust policy')).toEqual(containments[0]?.rows);
  expect(await matrixOf('Take the permissions away')).toEqual(containments[1]?.rows);
  // Right after the click nobody’s session works; those who are trusted can go on a little later.
  expect(await matrixOf('Revoke active sessions')).toEqual([
    ['Bob', 'refused', 'later'],
    ['Julie', 'refused', 'later'],
    ['Emy', 'refused', 'later'],
    ['woofy', 'refused', 'refused'],
  ]);
  await expect(page.getByRole('article', { name: 'Revoke active sessions' })).toContainText(
    'woofy is out for good; Bob, Julie, and Emy can go on after assuming the role again.',
  );
});

test('the console’s own button revokes: the dialog asks, and writes AWSRevokeOlderSessions', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('lesson/leaked-credentials/contain');
  await lab.toTheEnd();
  await lab.consoleTab(/Revoke sessions/);
  await lab.console.getByRole('button', { name: 'Revoke active sessions' }).click();

  const dialog = page.getByRole('dialog');
  const confirm = dialog.getByRole('button', { name: 'Revoke active sessions' });
  await expect(confirm).toBeDisabled();
  await dialog
    .getByLabel('I acknowledge that I am revoking all active sessions for this role.')
    .check();
  await expect(dialog).toContainText('2026-11-23T10:10:30.000Z');
  await confirm.click();

  await expect(dialog).toBeHidden();
  await lab.consoleTab(/Permissions/);
  await expect(lab.console).toContainText('AWSRevokeOlderSessions');
  await lab.detail('Sessions');
  await expect(page.getByRole('tabpanel', { name: 'Sessions' })).toContainText(/revoked/i);
});

test('a choice can be tried again: each starts from the moment before any of them', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('lesson/leaked-credentials/contain');
  const take = (title: string) => page.getByRole('button', { name: `: ${title}` }).click();
  await take('Take the permissions away');
  await lab.toTheEnd();
  await expect(lab.place(/^DataRole/)).toHaveAccessibleName(/1 policy/);

  await take('Take Emy out of the trust policy');
  await lab.toTheEnd();
  await expect(lab.place(/^DataRole/)).toHaveAccessibleName(/2 policies/);
});
