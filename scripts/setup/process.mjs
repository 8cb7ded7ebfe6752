import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const forwarded = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Progress of the preparation goes to stderr, so that stdout holds only what a command is asked to print. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/**
 * Runs a program to its end and gathers what it prints.
 * Resolves to {code, stdout, stderr}; a program that does not exist has code 127.
 */
export function capture(command, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const stop = forwardSignals(child);
    const out = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (out.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (out.stderr += text));
    child.on('error', (error) => {
      stop();
      resolve({ code: 127, ...out, stderr: `${out.stderr}${error.message}\n` });
    });
    child.on('close', (code, signal) => {
      stop();
      resolve({ code: exitCode(code, signal), ...out });
    });
  });
}

/** Runs a program on this terminal, hands signals on to it and resolves to its exit code. */
export function attached(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    const stop = forwardSignals(child);
    child.on('error', (error) => {
      stop();
      reject(error);
    });
    child.on('close', (code, signal) => {
      stop();
      resolve(exitCode(code, signal));
    });
  });
}

/** How to call npm: its own script with the Node that runs it, so that no shell is needed on any platform. */
export function npmCommand(env = process.env) {
  const script = env.npm_execpath;
  if (script?.endsWith('.js')) return { command: env.npm_node_execpath ?? process.execPath, args: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/** Runs npm quietly; resolves like capture. */
export function npm(args, options = {}) {
  const { command, args: first } = npmCommand();
  return capture(command, [...first, ...args], { shell: command.endsWith('.cmd'), ...options });
}

function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 1);
}

function forwardSignals(child) {
  const handlers = forwarded.map((signal) => [signal, () => child.kill(signal)]);
  for (const [signal, handler] of handlers) process.on(signal, handler);
  return () => {
    for (const [signal, handler] of handlers) process.off(signal, handler);
  };
}
