/** What AWS documents of its services: actions, resource types and condition keys, fetched when first needed. */
export {
  type AccessLevel,
  type ActionCatalogue,
  type ActionTable,
  type KnownAction,
} from './action-names.ts';
export { loadActions } from './load-actions.ts';
export { loadService, type ServiceDetails } from './load-service.ts';
