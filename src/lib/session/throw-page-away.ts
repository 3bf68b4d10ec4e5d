/** Goes to an address of the app by a page of its own, also where that address is shown already. */
export function throwPageAway(place: string): void {
  if (new URL(place, location.href).pathname === location.pathname) {
    history.replaceState(null, '', place); // to replace an address by itself would leave the page as it is
    location.reload();
  } else location.replace(place);
}
