import ProofPage from './proof-page.tsx';

export const everySimplification = () => <ProofPage />;
