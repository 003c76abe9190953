import { connect, type Socket } from 'node:net';
import { connect as connectSecurely } from 'node:tls';

/** Where to connect to, and whether TLS comes first. */
export interface MailServerAddress {
  readonly host: string;
  readonly port: number;
  readonly implicitTls: boolean;
}

/**
 * Opens a connection and leaves it to the runtime to find the host: workerd does so itself, and has no resolver for
 * nodemailer to ask that knows of anything but public names.
 */
export function connectByName({ host, port, implicitTls }: MailServerAddress, timeoutMs: number): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = implicitTls ? connectSecurely({ host, port, servername: host }) : connect({ host, port });
    const fail = (error: Error) => {
      clearTimeout(giveUp);
      socket.destroy();
      reject(error);
    };
    const giveUp = setTimeout(() => fail(new Error(`${host} did not answer in time`)), timeoutMs);
    socket.once('error', fail);
    socket.once(implicitTls ? 'secureConnect' : 'connect', () => {
      clearTimeout(giveUp);
      socket.off('error', fail);
      resolve(socket);
    });
  });
}
