// What JupyterLab does with a kernel, through its own client library over a Jupyter server.
// usage: node jupyterlab-client.cjs FOLDER-WITH-node_modules SERVER-URL TOKEN
// Each step prints one line: `told`, its name and what the front end was given, as JSON; the library prints lines of its own.
'use strict';
const path = require('node:path');
const { createRequire } = require('node:module');
const [, , modules, baseUrl, token] = process.argv;
const { KernelManager, KernelSpecManager, ServerConnection } = createRequire(path.join(modules, 'package.json'))('@jupyterlab/services');

const tell = (step, value) => console.log(`told ${step} ${JSON.stringify(value)}`);

/** Runs a cell; answers its prompts; resolves with the reply and what was published. */
async function execute(kernel, code, { answer, onStream } = {}) {
  const outputs = [];
  const prompts = [];
  const future = kernel.requestExecute({ code, allow_stdin: answer !== undefined });
  future.onIOPub = message => {
    const { msg_type: type } = message.header;
    if (['stream', 'display_data', 'execute_result', 'error'].includes(type)) {
      outputs.push({ type, ...message.content });
    }
    if (type === 'stream' && onStream) {
      onStream(message.content.text);
    }
  };
  future.onStdin = message => {
    if (message.header.msg_type === 'input_request') {
      prompts.push(message.content);
      kernel.sendInputReply({ status: 'ok', value: answer }, message.header);
    }
  };
  const reply = await future.done;
  return { reply: reply.content, outputs, prompts };
}

async function main() {
  const serverSettings = ServerConnection.makeSettings({ baseUrl, wsUrl: baseUrl.replace(/^http/, 'ws'), token, appendToken: true });
  const specs = new KernelSpecManager({ serverSettings });
  await specs.ready;
  tell('spec', specs.specs.kernelspecs['infogap-java'].display_name);

  const manager = new KernelManager({ serverSettings });
  await manager.ready;
  const kernel = await manager.startNew({ name: 'infogap-java' });
  const info = await kernel.info;
  tell('start', { language: info.language_info.name, status: info.status });

  const rich = await execute(kernel, 'infogap.display.Displayable kept = () -> Map.of("text/html", "<b>rich</b>", "text/plain", "plain");\nkept');
  tell('execute', { status: rich.reply.status, outputs: rich.outputs });

  const code = 'Math.sqr';
  tell('complete', (await kernel.requestComplete({ code, cursor_pos: code.length })).content);
  tell('inspect', (await kernel.requestInspect({ code: 'Math.sqrt', cursor_pos: 9, detail_level: 0 })).content);

  let heard;
  const printed = new Promise(resolve => { heard = resolve; });
  const loop = execute(kernel, 'System.out.println("looping"); while (true) { }', { onStream: heard });
  await printed;
  await kernel.interrupt();
  const stopped = await loop;
  tell('interrupt', { status: stopped.reply.status, error: stopped.reply.ename });
  tell('kept', (await execute(kernel, 'kept != null')).outputs);

  await kernel.restart();
  await kernel.info;
  tell('restart', (await execute(kernel, 'kept')).reply.status);

  const asked = await execute(kernel, 'System.out.print("Your name? ");\nvar name = new java.util.Scanner(System.in).nextLine();\nname.length()', { answer: 'Åke 😀' });
  tell('input', asked);

  await kernel.shutdown();
  tell('shutdown', { disposed: kernel.isDisposed, status: kernel.status });
  await manager.refreshRunning();
  tell('running', manager.runningCount);
  manager.dispose();
  specs.dispose();
}

main().then(() => process.exit(0), error => {
  console.error(error);
  process.exit(1);
});
