import { readPolicy } from '#policy';
import { type Entrant } from './measure.ts';
import { variants } from './questions.ts';
import { rotating } from './engines.ts';

/** An ordinary policy of five statements, in a text of its own for every variant. */
const textOf = (i: number): string =>
  JSON.stringify(
    {
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'ListBuckets',
          Effect: 'Allow',
          Action: ['s3:ListAllMyBuckets', 's3:GetBucketLocation'],
          Resource: '*',
        },
        {
          Sid: 'OwnFolder',
          Effect: 'Allow',
          Action: ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'],
          Resource: `arn:aws:s3:::team-${i}/home/\${aws:username}/*`,
        },
        {
          Sid: 'ListOwnFolder',
          Effect: 'Allow',
          Action: 's3:ListBucket',
          Resource: `arn:aws:s3:::team-${i}`,
          Condition: { StringLike: { 's3:prefix': ['', 'home/', 'home/${aws:username}/*'] } },
        },
        {
          Sid: 'Deploy',
          Effect: 'Allow',
          Action: ['sts:AssumeRole', 'sts:TagSession'],
          Resource: `arn:aws:iam::111111111111:role/deploy/team-${i}-*`,
          Condition: { Bool: { 'aws:MultiFactorAuthPresent': 'true' } },
        },
        {
          Sid: 'StayHome',
          Effect: 'Deny',
          NotAction: ['iam:*', 'sts:*', 's3:*'],
          Resource: '*',
          Condition: { StringNotEquals: { 'aws:RequestedRegion': ['eu-west-1', 'eu-central-1'] } },
        },
      ],
    },
    undefined,
    2,
  );

const texts = Array.from({ length: variants }, (_, i) => textOf(i));

export const textLength = texts[0]?.length ?? 0;

export const reading: Entrant = rotating('readPolicy', texts, (text) => {
  return readPolicy(text, 'identity').document?.statements.length === 5;
});
