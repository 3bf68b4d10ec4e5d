import { expect, it } from 'vitest';
import type { FleetAlert, FleetDevice, Standing } from '$lib/sync/fleet';
import { inOrder } from './order';

const device = (name: string, standing: Standing, at = '') =>
  ({ id: name, house: 'h', name, standing, at }) as FleetDevice;
const alert = (whose: string, until = '') => ({ device: whose, house: 'h', until }) as FleetAlert;
const names = (devices: FleetDevice[]) => devices.map(({ name }) => name).join(' ');

it('whoever needs a look comes first', () => {
  const devices = [
    device('a', 'online'),
    device('b', 'closed'),
    device('c', 'late'),
    device('d', 'offline'),
    device('e', 'online'),
    device('f', 'never'),
  ];
  const alerts = [alert('e'), alert('a', '2026-11-01'), alert('d')];
  expect(names(inOrder(devices, alerts, 'worst'))).toBe('d c e f b a');
});

it('they are sorted by name as Vietnamese sorts, and by when they were last heard of', () => {
  const devices = [
    device('Đông', 'online', '2'),
    device('Dương', 'online', '3'),
    device('An', 'online', '1'),
  ];
  expect(names(inOrder(devices, [], 'name'))).toBe('An Dương Đông');
  expect(names(inOrder(devices, [], 'seen'))).toBe('An Đông Dương');
});
