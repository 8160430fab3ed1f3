/** `IssueDate`, `issue_date` and `issue-date` as a person writes them: `Issue Date`, `issue date`. */
export const labelOf = (name: string): string =>
  name
    .replace(/(?<=[a-z\d])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')
    .replace(/[_-]+/g, ' ')
    .trim();
