/**
 * @typedef {object} DemoReport
 * @property {{ id: string, name: string }[]} houses
 * @property {string} password
 * @property {{ username: string, name: string, role: string }[]} staff
 */

/**
 * What is said when everything runs: where to go, and who to be.
 * @param {string} url
 * @param {DemoReport | null} report
 * @param {{ code: string, expires: string } | null} code
 */
export function greeting(url, report, code) {
  const lines = ['', `Nhà Số is running at ${url}/`];
  if (report && code) {
    const width = Math.max(...report.staff.map(({ username }) => username.length));
    lines.push(
      '',
      `  kiosk     ${url}/            (as a resident sees it)`,
      `  house     ${url}/house       (as a trainer sees it)`,
      `  pairing   ${url}/device#code=${code.code}   (makes this browser the kiosk of ${report.houses[0]?.name}; once, within a day)`,
      '',
      `  Demo sign-ins, all with the password ${report.password}`,
      ...report.staff.map(({ username, name, role }) => `    ${username.padEnd(width)}  ${name} (${role})`),
    );
  }
  lines.push('', 'Ctrl-C stops it.');
  return lines.join('\n');
}
