/** What settings ask of classifiers, which stand above tenants. */
export abstract class ClassifierDirectory {
  /** Whether the tenant of the running request has a classifier with this id. */
  abstract has(classifierId: string): Promise<boolean>;
}
