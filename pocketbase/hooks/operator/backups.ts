import { backupsOf, keepOf, setKeep, type Backup } from '../backup/list';
import { folderOf, forgetMissing } from '../backup/make';
import { Complaint } from './complaint';

/** A backup for an operator to read: without what it holds of each house. */
type Listed = Omit<Backup, 'houses'>;

/** The backups there are, the newest first; where a number is given, so many are kept from the next one on. */
export function backups(
  app: CoreApp,
  typed?: string,
): { folder: string; keep: number; now: string; list: Listed[] } {
  if (typed !== undefined) {
    const keep = Number(typed);
    if (!Number.isInteger(keep) || keep < 2 || keep > 365) {
      throw new Complaint(
        `Số bản sao lưu giữ lại là số nguyên từ 2 đến 365, không phải «${typed}».`,
        `The number of backups that are kept is a whole number from 2 to 365, not «${typed}».`,
      );
    }
    setKeep(app, keep);
  }
  forgetMissing(app);
  return {
    folder: folderOf(app),
    keep: keepOf(app),
    now: new Date().toISOString(),
    list: backupsOf(app).map(({ houses: _houses, ...listed }) => listed),
  };
}
