import { expect, test } from './fixtures.ts';
import { Lab } from './lab.ts';

const bob = 'arn:aws:iam::111122223333:user/bob';
const julie = 'arn:aws:iam::111122223333:user/julie';
const role = 'arn:aws:iam::111122223333:role/DataRole';

const trusting = (...names: readonly string[]) =>
  JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Allow', Principal: { AWS: names }, Action: 'sts:AssumeRole' }],
  });

test('Bob is refused in AWS’s words, and the statement that did not fit is named and lit', async ({
  page,
}) => {
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/two-policies');
  await lab.next();
  await lab.toTheEnd();

  await expect(lab.why.getByRole('heading', { level: 3 })).toContainText(
    'Refused: no statement of the trust policy allows bob',
  );
  await expect(lab.why).toContainText(`Statement "WhoMayAssume" is for ${julie}`);
  await expect(lab.why.getByRole('region', { name: 'What AWS answers' })).toContainText(
    `AccessDenied (HTTP 403): User: ${bob} is not authorized to perform: sts:AssumeRole on resource: ${role}`,
  );
  await expect(lab.place(/^DataRole/)).toHaveAccessibleName(/trust policy: nothing allows/);
  await expect(lab.console.locator('.policy-light').first()).toBeVisible();
});

test('played, the request travels and comes to rest at the record', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/two-policies');
  await page.getByTitle('double speed').click();
  await lab.next();

  await expect(page.getByRole('button', { name: /Pause/ })).toBeVisible();
  await expect(lab.diagram.getByText('sts:AssumeRole')).toBeVisible();
  await expect(lab.moment).toHaveAttribute(
    'aria-valuetext',
    /Step 2 of 6: The role’s trust policy/,
  );
  await expect(lab.moment).toHaveAttribute('aria-valuetext', /CloudTrail writes the record/);
  await expect(page.getByRole('button', { name: /Pause/ })).toBeHidden();
});

test('a step back shows what the step forward had hidden', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/julie-asks');
  await lab.toTheEnd();
  await expect(lab.place(/^Julie/)).toHaveAccessibleName(/session A DataRole\/julie/);

  await page.locator('body').press('ArrowLeft');
  await page.locator('body').press('ArrowLeft');
  await page.locator('body').press('ArrowLeft');
  await expect(lab.moment).toHaveAttribute('aria-valuetext', /Step 4 of 6/);
  await expect(lab.place(/^Julie/)).not.toHaveAccessibleName(/session/);
  await expect(lab.place(/^DataRole/)).toHaveAccessibleName(/not read now/);

  await page.locator('body').press('ArrowRight');
  await expect(lab.place(/^Julie/)).toHaveAccessibleName(/session A DataRole\/julie/);
});

test('one call is allowed, one refused by silence, and after an hour none is asked about', async ({
  page,
}) => {
  const lab = new Lab(page);
  const headline = lab.why.getByRole('heading', { level: 3 });
  await lab.open('lesson/assume-role/julie-reads');
  await lab.toTheEnd();
  await expect(headline).toContainText('Allowed');
  await expect(lab.why).toContainText('ReadReports');

  await lab.toStep(/Step 5: She tries to delete it/);
  await lab.toTheEnd();
  await expect(headline).toContainText('Implicit deny');
  await expect(lab.why.getByRole('region', { name: 'What AWS answers' })).toContainText(
    'because no identity-based policy allows the s3:DeleteObject action',
  );

  await lab.toStep(/Step 6: An hour later/);
  await lab.toTheEnd();
  await expect(page.locator('.lab-clock')).toContainText('11:00:00');
  await expect(page.getByRole('tabpanel', { name: 'Why' })).toContainText(
    'ExpiredToken (HTTP 400): The provided token has expired.',
  );

  await lab.toStep(/Step 7: So she asks once more/);
  await lab.toTheEnd();
  await expect(headline).toContainText('Allowed');
});

test('the learner lets Bob in by editing the trust policy', async ({ page }) => {
  const lab = new Lab(page);
  const goals = page.getByRole('region', { name: 'Goals' });
  await lab.open('lesson/assume-role/let-bob-in');
  await expect(goals.getByRole('status')).toHaveText('2 of 3 goals are met.');
  await expect(lab.editor(/Trust policy/)).toBeVisible();

  await lab.rewrite(/Trust policy/, trusting(julie, bob));
  await lab.console.getByRole('button', { name: 'Update policy' }).click();

  await expect(goals.getByRole('status')).toContainText('All goals are met');
});

test('an edit in the past changes what follows: Bob’s verdict turns', async ({ page }) => {
  const lab = new Lab(page);
  await lab.open('lesson/assume-role/two-policies');
  await expect(lab.editor(/Trust policy/)).toBeVisible();
  await lab.rewrite(/Trust policy/, trusting(bob));
  await lab.console.getByRole('button', { name: 'Update policy' }).click();
  await expect(lab.console.getByRole('button', { name: 'Update policy' })).toBeDisabled();

  await lab.next();
  await lab.toTheEnd();
  await expect(lab.why.getByRole('heading', { level: 3 })).toContainText('Allowed');
  await expect(lab.place(/^Bob/)).toHaveAccessibleName(/session A DataRole\/bob/);
});
