import '@cloudscape-design/global-styles/index.css';
import './console.css';
import { applyMode, Mode } from '@cloudscape-design/global-styles';
import { useEffect, useState } from 'react';
import { bucketByName, type Outcome, readPlace, roleByArn, type Table, type World } from '#world';
import { BucketPage } from './bucket-page.tsx';
import { type ConsolePageProps, type Desk } from './console-props.ts';
import { type Flash, FlashMessage } from './flash.tsx';
import { NothingHere } from './nothing-here.tsx';
import { PersonPage } from './person-page.tsx';
import { RolePage } from './role-page.tsx';
import { GitHubPage, IamPage, StsPage } from './service-pages.tsx';
import { TablePage } from './table-page.tsx';

/** The AWS console's view of what is selected, as far as it is simulated. Imported late: Cloudscape is large. */
export default function ConsolePage({ place, theme, ...rest }: ConsolePageProps) {
  const { flash, tell, dismiss } = useFlash(place);
  useEffect(() => applyMode(theme === 'dark' ? Mode.Dark : Mode.Light), [theme]);
  return (
    <div className="console-page">
      <div className="console-flash">
        <FlashMessage flash={flash} onDismiss={dismiss} />
      </div>
      <Page key={place} place={place} desk={{ ...rest, tell }} />
    </div>
  );
}

function Page({ place, desk }: { readonly place: ConsolePageProps['place']; readonly desk: Desk }) {
  const { world } = desk;
  const { type, name } = readPlace(place);
  switch (type) {
    case 'role': {
      const role = roleByArn(world, name);
      const account = Object.values(world.accounts).find(
        ({ roles }) => role !== undefined && roles[role.name] === role,
      );
      return role === undefined || account === undefined ? (
        <NothingHere what="role" name={name} />
      ) : (
        <RolePage desk={desk} account={account} role={role} />
      );
    }
    case 'person': {
      const person = world.people[name];
      return person === undefined ? (
        <NothingHere what="person" name={name} />
      ) : (
        <PersonPage desk={desk} person={person} />
      );
    }
    case 'bucket': {
      const found = bucketByName(world, name);
      return found === undefined ? (
        <NothingHere what="bucket" name={name} />
      ) : (
        <BucketPage desk={desk} {...found} />
      );
    }
    case 'table': {
      const table = tableByName(world, name);
      return table === undefined ? (
        <NothingHere what="table" name={name} />
      ) : (
        <TablePage table={table} />
      );
    }
    case 'sts':
      return <StsPage world={world} />;
    case 'iam':
      return <IamPage world={world} />;
    case 'github':
      return <GitHubPage world={world} />;
    default:
      return <NothingHere what="place" name={place} />;
  }
}

function tableByName(world: World, name: string): Table | undefined {
  return Object.values(world.accounts)
    .flatMap((account) => Object.values(account.tables))
    .find((table) => table.name === name);
}

/** The newest message only, and none from another page. */
function useFlash(place: string) {
  const [flash, setFlash] = useState<Flash & { readonly place: string }>();
  const tell = (outcome: Outcome, done: string) =>
    setFlash((last) => ({ id: (last?.id ?? 0) + 1, outcome, done, place }));
  const dismiss = () => setFlash(undefined);
  return { flash: flash?.place === place ? flash : undefined, tell, dismiss };
}
