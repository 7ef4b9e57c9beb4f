import '../kit/button.css';
import './course-map.css';

/** For an address that leads nowhere. */
export function NotFound({ what }: { what: string }) {
  return (
    <main id="main" className="home" tabIndex={-1}>
      <section className="home-hero">
        <h1>Not here</h1>
        <p className="home-lead">The lab does not have {what}. The link may be old or cut short.</p>
        <a className="button button-main" href="#/">
          To the course map
        </a>
      </section>
    </main>
  );
}
