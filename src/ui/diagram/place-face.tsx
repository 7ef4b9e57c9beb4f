import { type ReactNode } from 'react';
import { CredentialChip } from './credential-chip.tsx';
import { GateMark } from './gate-mark.tsx';
import {
  BucketGlyph,
  HoodGlyph,
  PeopleGlyph,
  RepositoryGlyph,
  RoleGlyph,
  ShieldGlyph,
  TableGlyph,
  TicketGlyph,
} from './glyphs.tsx';
import {
  type BucketView,
  type Chip,
  type PersonView,
  type RoleView,
  type ScenePlace,
} from './scene-parts.ts';

/** What the eye sees of a place. */
export function PlaceFace({ view }: { view: ScenePlace }) {
  switch (view.kind) {
    case 'person':
      return <PersonFace view={view} />;
    case 'role':
      return <RoleFace view={view} />;
    case 'bucket':
      return <BucketFace view={view} />;
    case 'github':
      return (
        <>
          <Head view={view} mark={<Emblem glyph={<RepositoryGlyph />} />} />
          <Chips chips={view.chips} more={view.more} />
        </>
      );
    case 'table':
      return <Head view={view} mark={<Emblem glyph={<TableGlyph />} />} />;
    case 'sts':
      return <Head view={view} mark={<Emblem glyph={<TicketGlyph />} />} />;
    case 'iam':
      return <Head view={view} mark={<Emblem glyph={<PeopleGlyph />} />} />;
  }
}

const Emblem = ({ glyph }: { glyph: ReactNode }) => <span className="place-emblem">{glyph}</span>;

interface HeadProps {
  readonly view: ScenePlace;
  readonly mark: ReactNode;
  readonly children?: ReactNode;
}

function Head({ view, mark, children }: HeadProps) {
  return (
    <span className="place-head">
      {mark}
      <span className="place-words">
        <span className="place-title">{view.title}</span>
        <span className="place-subtitle">{view.subtitle}</span>
      </span>
      {children}
    </span>
  );
}

function PersonFace({ view }: { view: PersonView }) {
  const face = view.role === 'outsider' ? <HoodGlyph /> : view.initial;
  return (
    <>
      <Head view={view} mark={<span className="place-avatar">{face}</span>}>
        {view.gate && <GateMark gate={view.gate} short />}
      </Head>
      <Chips chips={view.chips} more={view.more} />
    </>
  );
}

function RoleFace({ view }: { view: RoleView }) {
  return (
    <>
      <Head view={view} mark={<Emblem glyph={<RoleGlyph />} />}>
        {view.revoked && (
          <span className="place-shield">
            <ShieldGlyph />
            <span>
              older sessions
              <br />
              revoked
            </span>
          </span>
        )}
      </Head>
      <span className="role-parts">
        <span className={`role-part part-${view.trust.state}`}>
          <span className="role-part-title">Trust policy</span>
          <GateMark gate={view.trust} />
        </span>
        <span className={`role-part part-${view.permissions.state}`}>
          <span className="role-part-title">Permissions</span>
          <GateMark gate={view.permissions} />
        </span>
      </span>
    </>
  );
}

function BucketFace({ view }: { view: BucketView }) {
  return (
    <Head view={view} mark={<Emblem glyph={<BucketGlyph />} />}>
      {view.gate && <GateMark gate={view.gate} short={view.gate.state !== 'idle'} />}
    </Head>
  );
}

function Chips({ chips, more }: { chips: readonly Chip[]; more: number }) {
  if (chips.length === 0) return undefined;
  return (
    <span className="place-chips">
      {chips.map((chip) => (
        <CredentialChip key={chip.accessKeyId} chip={chip} />
      ))}
      {more > 0 && <span className="place-more">+{more} more</span>}
    </span>
  );
}
