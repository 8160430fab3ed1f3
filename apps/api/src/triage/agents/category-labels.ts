import type { CategoryName } from '../domain/triage-model.js';
import type { Label } from './agent.js';

const DESCRIPTIONS: Readonly<Record<CategoryName, string>> = {
  billing: 'invoices, payments, refunds, charges',
  technical_support: 'something does not work, or how to make it work',
  sales: 'interest in buying, offers, prices',
  complaint: 'dissatisfaction that somebody should answer for',
  cancellation: 'end of a contract, subscription or booking',
  order: 'placing or changing an order or booking',
  delivery: 'where goods are, and when they come',
  returns: 'goods that go back, exchange, warranty',
  security: 'breaches, fraud, vulnerabilities, lost devices',
  legal: 'contracts, claims, authorities, data protection',
  recruitment: 'applications, vacancies, interviews',
  account: 'access, passwords, profiles, permissions',
  feedback: 'opinions and suggestions that ask for nothing',
  newsletter: 'mass mail that was subscribed to',
  spam: 'mass mail that nobody asked for, and deceit',
  personal: 'private matters',
  auto_reply: 'written by a machine: absence, delivery failure, receipt',
  general: 'none of the others',
};

export const BUILT_IN_CATEGORIES: readonly Label[] = Object.entries(DESCRIPTIONS).map(([name, description]) => ({
  name,
  description,
}));
