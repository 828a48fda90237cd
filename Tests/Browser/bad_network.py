"""A bad network between a browser and the server: every piece comes late, some are lost and sent again, an answer may never come.

Chromium's own emulation delays requests of pages, but loses nothing and leaves WebSockets alone; here all bytes of a connection pass.
"""

import asyncio
import random
import threading


class BadNetwork:
    """A proxy on a port of its own. A lost piece comes after TCP would have sent it again; pieces never overtake each other."""

    # What a sender waits before it sends again (RFC 6298 §2.4: one second at first).
    RESEND_SECONDS = 1.0

    def __init__(self, server, *, latency_ms, loss_percent, seed):
        self.target = server.port
        self.one_way = latency_ms / 2000
        self.loss = loss_percent / 100
        self.random = random.Random(seed)
        self.pieces = self.lost = self.cut = 0
        self._cut_next = None
        self.loop = asyncio.new_event_loop()
        self.thread = threading.Thread(target=self.loop.run_forever, daemon=True)
        self.thread.start()
        self.listener = asyncio.run_coroutine_threadsafe(asyncio.start_server(self._serve, "127.0.0.1", 0), self.loop).result(10)
        self.port = self.listener.sockets[0].getsockname()[1]
        self.url = f"http://127.0.0.1:{self.port}"

    def lose_the_answer_to(self, words):
        """The next request that holds `words` reaches the server; its connection is cut before the answer comes back."""
        self._cut_next = words.encode()

    def stop(self):
        asyncio.run_coroutine_threadsafe(self._end(), self.loop).result(10)
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.thread.join(10)
        self.loop.close()

    async def _end(self):
        self.listener.close()
        tasks = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    async def _serve(self, reader, writer):
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            writer.close()
            return
        ways = [asyncio.create_task(self._carry(reader, back, writer, True)), asyncio.create_task(self._carry(there, writer, back, False))]
        try:
            await asyncio.wait(ways)
        except asyncio.CancelledError:
            # The test is over.
            return

    async def _carry(self, source, sink, other, is_request):
        loop = asyncio.get_running_loop()
        due = 0.0
        queue = asyncio.Queue(1000)
        sending = asyncio.create_task(self._send(queue, sink))
        try:
            while piece := await source.read(1460):
                self.pieces += 1
                delay = self.one_way
                if self.random.random() < self.loss:
                    self.lost += 1
                    delay += self.RESEND_SECONDS
                due = max(due, loop.time() + delay)
                await queue.put((due, piece))
                if is_request and self._cut_next and self._cut_next in piece:
                    self._cut_next = None
                    self.cut += 1
                    await queue.join()
                    # The server has it all and answers into the void.
                    await asyncio.sleep(self.one_way)
                    other.transport.abort()
                    return
        except (OSError, asyncio.IncompleteReadError):
            pass
        except asyncio.CancelledError:
            sending.cancel()
            raise
        await queue.put((0.0, None))
        await sending

    async def _send(self, queue, sink):
        while True:
            due, piece = await queue.get()
            try:
                if piece is None:
                    sink.close()
                    return
                await asyncio.sleep(max(0.0, due - asyncio.get_running_loop().time()))
                sink.write(piece)
                await sink.drain()
            except OSError:
                # Whoever was to read it has gone; what comes after is thrown away.
                pass
            finally:
                queue.task_done()
