import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type Account, type Bucket, bucketPolicyOf, policyRefText } from '#world';
import { type Desk } from './console-props.ts';
import { EntryTable } from './entry-table.tsx';
import { type DraftedPolicy, PolicyDraft } from './policy-draft.tsx';

/** A bucket: what lies in it, and who else its own policy lets in. */
export function BucketPage(props: {
  readonly desk: Desk;
  readonly account: Account;
  readonly bucket: Bucket;
}) {
  const { desk, account, bucket } = props;
  const policy = policyOf(account, bucket);
  const remove = () => {
    const outcome = desk.onCall({ action: 's3:DeleteBucketPolicy', bucket: bucket.name });
    desk.tell(outcome, `Bucket policy of ${bucket.name} deleted.`);
    if (outcome.ok) desk.onDiscard(policy.ref);
  };
  return (
    <>
      <Header variant="h2" description={bucket.arn}>
        <span translate="no">{bucket.name}</span>
      </Header>
      <EntryTable
        title="Objects"
        label={`Objects in ${bucket.name}`}
        keyHeader="Name"
        valueHeader="Content"
        entries={bucket.objects}
        empty="The bucket is empty."
      />
      <Container
        header={
          <Header
            variant="h3"
            description="Asked at every request for this bucket, together with the caller's own policies."
          >
            Bucket policy
          </Header>
        }
      >
        {isAbsent(desk, policy) ? (
          <NoPolicy onCreate={() => desk.onDraft(policy.ref, firstPolicy(account, bucket))} />
        ) : (
          <PolicyDraft
            desk={desk}
            policy={policy}
            label={`Bucket policy of ${bucket.name}`}
            saveLabel="Save changes"
            done={`Bucket policy of ${bucket.name} saved.`}
            moreActions={bucket.policy !== undefined && <Button onClick={remove}>Delete</Button>}
          />
        )}
      </Container>
    </>
  );
}

function NoPolicy({ onCreate }: { readonly onCreate: () => void }) {
  return (
    <SpaceBetween size="s">
      <Box color="text-body-secondary">
        The bucket has no policy: within the account, the caller&apos;s own policies decide.
      </Box>
      <Button onClick={onCreate}>Create bucket policy</Button>
    </SpaceBetween>
  );
}

const isAbsent = (desk: Desk, policy: DraftedPolicy): boolean =>
  policy.text === '' && desk.drafts[policy.ref] === undefined;

/** Something to begin with: it grants the bucket's own account what its policies could grant anyway. */
function firstPolicy(account: Account, bucket: Bucket): string {
  const statement = {
    Effect: 'Allow',
    Principal: { AWS: `arn:aws:iam::${account.id}:root` },
    Action: 's3:GetObject',
    Resource: `${bucket.arn}/*`,
  };
  return JSON.stringify({ Version: '2012-10-17', Statement: [statement] }, null, 2);
}

/** A bucket without a policy has an empty text that can be written. */
function policyOf(account: Account, bucket: Bucket): DraftedPolicy {
  return (
    bucketPolicyOf(account, bucket) ?? {
      ref: policyRefText({ type: 'bucket', account: account.id, bucket: bucket.name }),
      name: 'bucket policy',
      kind: 'resource',
      text: '',
      readOnly: false,
    }
  );
}
