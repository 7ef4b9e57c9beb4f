import { type ReactNode } from 'react';

/** Plain shapes of our own. */
function Glyph({ children, size = 20 }: { children: ReactNode; size?: number }) {
  return (
    <svg
      className="glyph"
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {children}
    </svg>
  );
}

/** A ticket with a torn edge: STS hands out what is valid for a while. */
export const TicketGlyph = () => (
  <Glyph>
    <path d="M2.5 6.5h15v2.2a1.4 1.4 0 0 0 0 2.6v2.2h-15v-2.2a1.4 1.4 0 0 0 0-2.6z" />
    <path d="M12.2 6.8v6.4" strokeDasharray="1.4 1.9" />
  </Glyph>
);

export const PeopleGlyph = () => (
  <Glyph>
    <circle cx="7.5" cy="7" r="2.8" />
    <path d="M2.5 16c.4-3 2.3-4.6 5-4.6s4.6 1.6 5 4.6M13 4.6a2.6 2.6 0 0 1 0 4.9M15 11.8c1.5.7 2.3 2.1 2.5 4.2" />
  </Glyph>
);

/** A hat that anybody who is let may put on. */
export const RoleGlyph = () => (
  <Glyph>
    <path d="M5.2 12.3c0-4.8.8-7.3 2.5-7.3 1 0 1.3.6 2.3.6s1.3-.6 2.3-.6c1.7 0 2.5 2.5 2.5 7.3" />
    <path d="M2.2 12.6c2 1.6 4.7 2.3 7.8 2.3s5.8-.7 7.8-2.3" />
  </Glyph>
);

export const BucketGlyph = () => (
  <Glyph>
    <ellipse cx="10" cy="5" rx="6.5" ry="2.2" />
    <path d="M3.5 5.2l1.7 10c.2 1.3 2.2 2.2 4.8 2.2s4.6-.9 4.8-2.2l1.7-10" />
  </Glyph>
);

export const TableGlyph = () => (
  <Glyph>
    <rect x="2.8" y="3.8" width="14.4" height="12.4" rx="1.8" />
    <path d="M2.8 8h14.4M2.8 12.1h14.4M8 8v8.2" />
  </Glyph>
);

/** A folder with a branch: a repository in the open. */
export const RepositoryGlyph = () => (
  <Glyph>
    <circle cx="5.5" cy="4.7" r="1.9" />
    <circle cx="5.5" cy="15.3" r="1.9" />
    <circle cx="14.5" cy="6.7" r="1.9" />
    <path d="M5.5 6.6v6.8M14.5 8.6c0 3-4.5 2.6-8.2 4.9" />
  </Glyph>
);

export const KeyGlyph = () => (
  <Glyph size={15}>
    <circle cx="6" cy="10" r="3.6" />
    <path d="M9.6 10h8M14.3 10v3.3M17.3 10v2.3" />
  </Glyph>
);

export const ShieldGlyph = () => (
  <Glyph size={15}>
    <path d="M10 2.2l6.3 2.3v4.7c0 4.2-2.6 7-6.3 8.6-3.7-1.6-6.3-4.4-6.3-8.6V4.5z" />
    <path d="M7.1 9.9l2.1 2.1 3.8-4" />
  </Glyph>
);

export const ClockGlyph = () => (
  <Glyph size={18}>
    <circle cx="10" cy="10" r="7.3" />
    <path d="M10 5.8V10l2.9 2" />
  </Glyph>
);

/** A hood over a mask: somebody who does not belong to the account. */
export const HoodGlyph = () => (
  <Glyph size={24}>
    <path d="M3.3 17.3c0-9 1.9-14.6 6.7-14.6s6.7 5.6 6.7 14.6" />
    <path
      d="M5.6 10.4c1.3-.9 2.8-1 4.4-.1 1.6-.9 3.1-.8 4.4.1-.2 2-1.2 2.9-2.5 2.9-1 0-1.5-.8-1.9-1.5-.4.7-.9 1.5-1.9 1.5-1.3 0-2.3-.9-2.5-2.9z"
      fill="currentColor"
      stroke="none"
    />
  </Glyph>
);
