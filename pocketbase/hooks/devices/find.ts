/** The row of a device, also of one that has left; null where no such device was ever paired. */
export function deviceById(id: string): core.Record | null {
  try {
    return $app.findRecordById('devices', id);
  } catch {
    return null; // no such row
  }
}
