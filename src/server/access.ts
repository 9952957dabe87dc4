import { createHash, timingSafeEqual } from 'node:crypto';
import type { MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { problem } from './problem.ts';

const COOKIE = 'annals';

/** Names that reach this machine only. */
const loopbackNames: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Addresses that stand for every name of the machine, so that no Host header can be checked against them. */
const anyAddress: ReadonlySet<string> = new Set(['0.0.0.0', '::', '[::]']);

/** Whether a host to bind to is reachable from this machine only. */
export function isLoopback(host: string): boolean {
  return loopbackNames.has(host) || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/**
 * Refuses a Host header that is not this server's own name. A page of another site can point its own name at 127.0.0.1
 * (DNS rebinding) and would then read the store as "same origin"; its name gives it away.
 */
export function checkHost(boundHost: string): MiddlewareHandler {
  const bound = boundHost.includes(':') && !boundHost.startsWith('[') ? `[${boundHost}]` : boundHost;
  return async (c, next) => {
    const name = hostName(c.req.header('host') ?? new URL(c.req.url).host);
    const known = loopbackNames.has(name) || name === bound.toLowerCase() || anyAddress.has(bound);
    if (known) return next();
    return problem(c.req.raw, 403, 'HOST_UNKNOWN', 'This server does not answer to the name in the Host header.');
  };
}

/** The host without its port, lower case; an IPv6 address keeps its brackets. */
function hostName(host: string): string {
  return host.toLowerCase().replace(/:\d*$/, '');
}

/**
 * Lets in who brings the token: as `Authorization: Bearer …`, or, for a browser, once as `/?token=…`, which is
 * answered with a cookie and the same address without the token, so that the token stays out of links and history.
 */
export function checkToken(token: string): MiddlewareHandler {
  const wanted = digest(token);
  const session = digest(`annals session ${token}`).toString('hex');
  return async (c, next) => {
    const given = c.req.header('authorization')?.match(/^Bearer +(\S+)$/i)?.[1];
    if (given !== undefined && timingSafeEqual(digest(given), wanted)) return next();
    const cookie = getCookie(c, COOKIE);
    if (cookie !== undefined && timingSafeEqual(digest(cookie), digest(session))) return next();
    const asked = c.req.query('token');
    if (asked !== undefined && c.req.method === 'GET' && timingSafeEqual(digest(asked), wanted)) {
      setCookie(c, COOKIE, session, { httpOnly: true, sameSite: 'Strict', path: '/' });
      const url = new URL(c.req.url);
      url.searchParams.delete('token');
      return c.redirect(url.pathname + url.search, 303);
    }
    return problem(
      c.req.raw,
      401,
      'TOKEN_NEEDED',
      'This server needs its token: send "Authorization: Bearer TOKEN", or open /?token=TOKEN in a browser once.',
      { 'www-authenticate': 'Bearer realm="annals"' },
    );
  };
}

/** Equal lengths for a comparison that takes the same time however much agrees. */
function digest(value: string): Buffer {
  return createHash('sha256').update(value).digest();
}
