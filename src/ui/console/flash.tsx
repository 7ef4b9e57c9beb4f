import Flashbar, { type FlashbarProps } from '@cloudscape-design/components/flashbar';
import { type Outcome } from '#world';

export interface Flash {
  readonly id: number;
  readonly outcome: Outcome;
  /** What was done, if it was. */
  readonly done: string;
}

/** What the last call came to, as the console tells it. */
export function FlashMessage(props: {
  readonly flash: Flash | undefined;
  readonly onDismiss: () => void;
}) {
  const { flash, onDismiss } = props;
  const items = flash === undefined ? [] : [{ ...messageOf(flash), onDismiss }];
  return (
    <Flashbar
      items={items}
      i18nStrings={{
        ariaLabel: 'Messages of the console',
        errorIconAriaLabel: 'Error',
        successIconAriaLabel: 'Success',
      }}
    />
  );
}

function messageOf({ id, outcome, done }: Flash): FlashbarProps.MessageDefinition {
  const common = { id: String(id), dismissible: true, dismissLabel: 'Dismiss this message' };
  return outcome.ok
    ? { ...common, type: 'success', ariaRole: 'status', content: done }
    : {
        ...common,
        type: 'error',
        ariaRole: 'alert',
        header: `${outcome.error.code} (${outcome.error.status})`,
        content: outcome.error.message,
      };
}
