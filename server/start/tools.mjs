// Installs the programs that only tests and backups use, where that is allowed; each test says by itself what it lacks.
import { aptInstall, isInstalled, mayInstall } from './apt.mjs';

/** Poppler draws and reads PDFs; mariadb-dump writes a database out. */
const debianPackages = ['poppler-utils', 'mariadb-client'];

/** Answers what is to be said of them. */
export async function ensureTools() {
  if (!mayInstall()) return 'as this machine has them';
  const missing = [];
  for (const name of debianPackages) if (!(await isInstalled(name))) missing.push(name);
  if (missing.length === 0) return 'up to date';
  return (await aptInstall(missing)) ? missing.join(', ') : `${missing.join(', ')} could not be installed`;
}
