import { Socket as DatagramSocket } from 'node:dgram';
import { Server, Socket } from 'node:net';

/**
 * From now on, no JavaScript in this process opens a connection or listens for one: whatever address a document names, it is
 * not asked. Native code is not bound by this; what holds it is the network of the machine.
 */
export function forbidConnections(): void {
  const refuse = (): never => {
    throw new Error('A reading process has no network.');
  };
  Socket.prototype.connect = refuse;
  Server.prototype.listen = refuse;
  DatagramSocket.prototype.bind = refuse;
  DatagramSocket.prototype.send = refuse;
}
