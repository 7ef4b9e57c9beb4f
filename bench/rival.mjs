// The comparison with @cloud-copilot/iam-simulate, when somebody has installed it: `--rival <its folder>`.
// Nothing of it is here; it is loaded from where it lies, by what its own package exports and its core function.
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/**
 * @typedef {import('./measure.ts').Entrant} Entrant
 * @typedef {import('./questions.ts').Question} Question
 */

/**
 * Two ways to ask it: its core with policies and requests made ready once, which is the least that it can do for an
 * answer with reasons, and its public function, which reads and validates everything at every call.
 *
 * @param {string} folder
 * @returns {{ version: string, entrantsFor: (question: Question) => readonly Entrant[] }}
 */
export function loadRival(folder) {
  const load = createRequire(join(resolve(folder), 'package.json'));
  /** @param {string} path */
  const part = (path) => load(`./dist/cjs/${path}.js`);
  const { version } = load(join(resolve(folder), 'package.json'));
  const { authorize } = part('core_engine/CoreSimulatorEngine');
  const { AwsRequestImpl } = part('request/request');
  const { RequestContextImpl } = part('requestContext');
  const { DiscoveryContextKeyConstraints } = part('context_keys/discoveryContextKeyConstraints');
  const { runSimulation } = part('index');
  const { loadPolicy } = load(['@cloud-copilot', 'iam-policy'].join('/')); // what it brings along is no package of ours

  /** @param {Question} question */
  function core({ identity, trust, requests }) {
    const common = {
      sessionPolicy: undefined,
      identityPolicies: identity.map((policy, i) => loadPolicy(policy, { name: `Own${i}` })),
      serviceControlPolicies: [],
      resourceControlPolicies: [],
      resourcePolicy: trust && loadPolicy(trust, { name: 'trust policy' }),
      permissionBoundaries: undefined,
      vpcEndpointPolicies: undefined,
      simulationParameters: {
        simulationMode: 'Strict',
        discoveryContextKeyConstraints: new DiscoveryContextKeyConstraints([]),
      },
    };
    const ready = requests.map(({ principal, action, resource, resourceAccount, context }) => ({
      ...common,
      request: new AwsRequestImpl(
        arnOf(principal),
        { resource, accountId: resourceAccount },
        action,
        new RequestContextImpl(context),
      ),
    }));
    /** @param {number} times */
    return (times) => {
      let allowed = 0;
      for (let i = 0; i < times; i++) {
        if (authorize(ready[i % ready.length]).result === 'Allowed') allowed++;
      }
      return allowed;
    };
  }

  /** @param {Question} question */
  function whole({ identity, trust, requests }) {
    const simulations = requests.map(
      ({ principal, action, resource, resourceAccount, context }) => ({
        request: {
          principal: arnOf(principal),
          action,
          resource: { resource, accountId: resourceAccount },
          contextVariables: context,
        },
        identityPolicies: identity.map((policy, i) => ({ name: `Own${i}`, policy })),
        serviceControlPolicies: [],
        resourceControlPolicies: [],
        resourcePolicy: trust,
      }),
    );
    /** @param {number} times */
    return async (times) => {
      let allowed = 0;
      for (let i = 0; i < times; i++) {
        const answer = await runSimulation(simulations[i % simulations.length], {});
        if (answer.overallResult === 'Allowed') allowed++;
      }
      return allowed;
    };
  }

  return {
    version,
    entrantsFor: (question) => [
      { name: 'rival, core', repeat: core(question) },
      { name: 'rival, public', repeat: whole(question) },
    ],
  };
}

/** @param {Question['requests'][number]['principal']} principal */
function arnOf(principal) {
  if (!('arn' in principal)) throw new Error('the rival is asked about principals with ARNs only');
  return principal.arn;
}
