"""The watch over the browsers notices what it is there to notice."""

from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest
from playwright.sync_api import Page

from tests.watched import Watch

pytestmark = pytest.mark.browser


class Answer(BaseHTTPRequestHandler):
    """One page for every address, under a policy that allows nothing from anywhere."""

    def __init__(self, body: str, *rest: object) -> None:
        self.body = body
        super().__init__(*rest)

    def do_GET(self) -> None:
        self.send_response(200 if self.path == "/" else 404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Security-Policy", "default-src 'self' http://outside.invalid")
        self.end_headers()
        self.wfile.write(self.body.encode())

    def log_message(self, *words: object) -> None:
        """Say nothing."""


@pytest.fixture
def serve(watch: Watch) -> Iterator[Callable[[str], str]]:
    """Serve one page and give its address."""
    servers = []
    watch.allow("/favicon.ico")  # the browser may still ask for it when the server goes away

    def start(body: str) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Answer, body))
        servers.append(server)
        Thread(target=server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{server.server_port}/"

    yield start
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_quiet_page_passes(page: Page, serve: Callable[[str], str], watch: Watch) -> None:
    page.goto(serve("<h1>Hello</h1><img src=missing.png>"))
    page.wait_for_load_state("networkidle")
    watch.check()


def test_a_request_to_another_origin_is_noticed(page: Page, serve: Callable[[str], str], watch: Watch) -> None:
    page.goto(serve("<h1>Hello</h1><img src=http://outside.invalid/spy.png>"))
    page.wait_for_load_state("networkidle")
    with pytest.raises(AssertionError, match=r"another origin.*outside\.invalid/spy\.png"):
        watch.check()
    watch.outside.clear()
    watch.complaints.clear()


def test_a_breach_of_the_content_policy_is_noticed(page: Page, serve: Callable[[str], str], watch: Watch) -> None:
    page.goto(serve("<h1>Hello</h1><script>document.title = 'run'</script>"))
    assert page.title() == ""
    with pytest.raises(AssertionError, match="Content Security Policy"):
        watch.check()
    watch.complaints.clear()
