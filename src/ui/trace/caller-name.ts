import { type Principal } from '#policy';

/** How AWS names a caller: the ARN where there is one. */
export function callerName(principal: Principal): string {
  switch (principal.type) {
    case 'service':
      return principal.service;
    case 'federated':
      return principal.provider;
    case 'anonymous':
      return 'anonymous';
    case 'root':
    case 'user':
    case 'role-session':
    case 'federated-user':
      return principal.arn;
  }
}
