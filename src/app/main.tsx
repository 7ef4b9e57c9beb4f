import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

const place = document.getElementById('app');
if (!place) throw new Error('index.html has no #app');

createRoot(place).render(
  <StrictMode>
    <main>
      <h1>AssumeRole Lab</h1>
    </main>
  </StrictMode>,
);
