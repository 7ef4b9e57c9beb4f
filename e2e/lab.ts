import { type Locator, type Page } from '@playwright/test';
import { expect } from './fixtures.ts';

/** What a person does in the lab, in words: the stories are told with it. */
export class Lab {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(address: string): Promise<void> {
    await this.page.goto(`#/${address}`);
    await expect(this.page.locator('[data-ready="player"]')).toBeVisible();
  }

  async next(): Promise<void> {
    await this.page.getByRole('button', { name: 'Next', exact: true }).click();
  }

  /** To the end of everything recorded, without waiting for it to play. */
  async toTheEnd(): Promise<void> {
    await this.moment.focus();
    await this.moment.press('End');
  }

  async toStep(title: RegExp): Promise<void> {
    await this.page.getByRole('button', { name: title }).click();
  }

  async detail(name: 'Why' | 'Impact' | 'CloudTrail' | 'Sessions' | 'Text'): Promise<void> {
    await this.page.getByRole('tab', { name, exact: true }).click();
  }

  /** One tab of the role's page in the console. */
  async consoleTab(name: RegExp): Promise<void> {
    await this.console.getByRole('tab', { name }).click();
  }

  /** Pastes a text over what is in the Monaco editor of this name. */
  async rewrite(editor: RegExp, text: string): Promise<void> {
    await expect(this.console.locator('.monaco-editor').first()).toBeVisible();
    await this.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await this.page.evaluate((pasted) => navigator.clipboard.writeText(pasted), text);
    await this.editor(editor).focus();
    await this.page.keyboard.press('ControlOrMeta+A');
    await this.page.keyboard.press('ControlOrMeta+V');
  }

  get console(): Locator {
    return this.page.getByRole('region', { name: 'Console' });
  }

  get why(): Locator {
    return this.page.getByRole('region', { name: 'Why' });
  }

  get moment(): Locator {
    return this.page.getByRole('slider', { name: 'Moment' });
  }

  get diagram(): Locator {
    return this.page.getByRole('region', { name: 'Diagram', exact: true });
  }

  editor(name: RegExp): Locator {
    return this.console.getByRole('textbox', { name });
  }

  /** A place of the diagram, by the start of what it says of itself. */
  place(name: RegExp): Locator {
    return this.diagram.getByRole('button', { name });
  }

  /** The rows of an impact matrix, as read aloud: who, then the outcome in each column. */
  async matrix(table: Locator): Promise<readonly (readonly string[])[]> {
    const rows = await table.getByRole('row').all();
    return Promise.all(
      rows.slice(1).map(async (row) => {
        const cells = await row.locator('th, td').allInnerTexts();
        return cells.map((cell) => /[a-z-]+( to use)?/i.exec(cell)?.[0] ?? '');
      }),
    );
  }
}
