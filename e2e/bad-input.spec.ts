import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

const mistakes = [
  {
    what: 'broken JSON',
    text: '{ "Version": "2012-10-17" "Statement": [] }',
    aws: 'This policy contains invalid Json',
  },
  {
    what: 'an element that a trust policy does not have',
    text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole","Resource":"*"}]}',
    aws: 'Has prohibited field Resource',
  },
  {
    what: 'a principal that does not exist',
    text: '{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/nobody"},"Action":"sts:AssumeRole"}]}',
    aws: 'Invalid principal in policy: "AWS":"arn:aws:iam::111122223333:user/nobody"',
  },
  {
    what: 'a policy that is too long',
    text: `{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":[${Array(120).fill('"arn:aws:iam::111122223333:user/julie"').join()}]},"Action":"sts:AssumeRole"}]}`,
    aws: 'Cannot exceed quota for ACLSizePerRole: 2048',
  },
];

for (const { what, text, aws } of mistakes) {
  test(`${what} is marked, explained and not saved, and nothing typed is lost`, async ({
    page,
  }) => {
    const lab = new Lab(page);
    await lab.open('lesson/assume-role/two-policies');
    await expect(lab.editor(/Trust policy/)).toBeVisible();
    await lab.rewrite(/Trust policy/, text);

    await expect(lab.console).toContainText(aws);
    await expect(lab.console.getByRole('button', { name: /\d+:\d+/ }).first()).toBeVisible();
    await expect(lab.console.getByRole('button', { name: 'Update policy' })).toBeDisabled();

    // The saved policy is still in force.
    await lab.next();
    await lab.next();
    await lab.toTheEnd();
    await expect(lab.why.getByRole('heading', { level: 3 })).toContainText('Allowed');

    await page.reload();
    await lab.consoleTab(/Trust relationships/);
    await expect(lab.console).toContainText(aws);
  });
}

test('a finding teaches, mends itself by keyboard, and the mending is undone', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/two-policies');
  await expect(lab.editor(/Trust policy/)).toBeVisible();
  await lab.rewrite(
    /Trust policy/,
    '{"Version":"2012-10-17","Statement":{"Effect":"allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}',
  );
  const finding = lab.console.getByRole('listitem').filter({ hasText: 'allow' });
  await finding.getByText('Why').click();
  await expect(finding.getByRole('link', { name: /AWS’s page/ })).toBeVisible();
  await expect(lab.console).toContainText('Invalid effect: allow');

  await finding.getByRole('button', { name: /^Fix/ }).press('Enter');
  await expect(lab.console).not.toContainText('Invalid effect: allow');
  await expect(lab.console.getByRole('button', { name: 'Update policy' })).toBeEnabled();

  const undo = lab.console.getByRole('button', { name: 'Undo the fix' });
  await expect(undo).toBeFocused();
  await undo.press('Enter');
  await expect(lab.console).toContainText('Invalid effect: allow');
});

test('an address that leads nowhere says so and shows the way back', async ({ page }) => {
  await page.goto('#/lesson/no-such-lesson');
  await expect(page.getByRole('heading', { name: 'Not here' })).toBeVisible();
  await page.getByRole('link', { name: 'To the course map' }).click();
  await expect(page.getByRole('heading', { name: 'See who gets in, and why' })).toBeVisible();
});

test('saved work that can’t be read is set aside with a word, and the lesson starts', async ({
  page,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem('assumerole-lab:run:assume-role', '{"version":1,"step":"x"');
  });
  const lab = new Lab(page);
  await lab.open('lesson/assume-role');
  await expect(page.locator('.notice')).toContainText('It was set aside');
  const kept = await page.evaluate(() =>
    localStorage.getItem('assumerole-lab:run:assume-role:set-aside'),
  );
  expect(kept).toBe('{"version":1,"step":"x"');
});

test('without storage the lab works, and says that it keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    const refuse = () => {
      throw new DOMException('blocked', 'SecurityError');
    };
    Object.defineProperty(window, 'localStorage', { get: refuse });
  });
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/bob-asks');
  await lab.toTheEnd();
  await expect(lab.why.getByRole('heading', { level: 3 })).toContainText('Refused');
  await expect(page.locator('.notice')).toContainText('does not let the lab save');
});
