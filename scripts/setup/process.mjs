import { spawn } from 'node:child_process';
import { constants } from 'node:os';

const running = new Set();
let interruption;

/**
 * A signal ends the programs that run here, and their end then ends this process in order; without any, it ends at
 * once.
 */
export function passSignalsOn() {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      interruption = signal;
      if (running.size === 0) process.exit(exitCode(null, signal));
      for (const child of running) child.kill(signal);
    });
  }
}

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
    const child = start(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const out = { stdout: '', stderr: '' };
    child.stdout.setEncoding('utf8').on('data', (text) => (out.stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (out.stderr += text));
    child.on('error', (error) => resolve({ code: 127, ...out, stderr: `${out.stderr}${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: exitCode(code, signal), ...out }));
  });
}

/** Runs a program on this terminal, hands signals on to it and resolves to its exit code. */
export function attached(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = start(command, args, { stdio: 'inherit', ...options });
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(exitCode(code, signal)));
  });
}

/** The exit code of a signal that came, or undefined if none did. */
export function interruptedBy() {
  return interruption && exitCode(null, interruption);
}

/** How to call npm: its own script with the Node that runs it, so that no shell is needed on any platform. */
export function npmCommand(env = process.env) {
  const script = env.npm_execpath;
  if (script?.endsWith('.js')) return { command: env.npm_node_execpath ?? process.execPath, args: [script] };
  return { command: process.platform === 'win32' ? 'npm.cmd' : 'npm', args: [] };
}

/** Runs npm; resolves like capture. Its errors are wanted even under `npm run --silent`. */
export function npm(args, options = {}) {
  const { command, args: first } = npmCommand();
  return capture(command, [...first, ...args, '--loglevel=error'], { shell: command.endsWith('.cmd'), ...options });
}

function exitCode(code, signal) {
  return code ?? 128 + (constants.signals[signal] ?? 1);
}

function start(command, args, options) {
  const child = spawn(command, args, options);
  running.add(child);
  child.on('error', () => running.delete(child));
  child.on('close', () => running.delete(child));
  return child;
}
