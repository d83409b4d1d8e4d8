"""Receives Banwatch's standard webhooks: checks the signature, knows repeats. Python 3, standard library only.

    BANWATCH_WEBHOOK_SECRET=whsec_... python3 receive.py 8080
"""

import base64
import hashlib
import hmac
import json
import os
import sys
import time
from http.server import BaseHTTPRequestHandler, HTTPServer

TOLERANCE_SECONDS = 300
LARGEST_BODY = 1 << 20


def verify(secret, headers, body, now):
    """Whether the body (bytes, exactly as received) was signed with the secret, and not long ago."""
    identity = headers.get("webhook-id", "")
    timestamp = headers.get("webhook-timestamp", "")
    if not timestamp.isdecimal() or abs(now - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    signed = f"{identity}.{timestamp}.".encode() + body
    expected = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest())
    # While a secret is being replaced there are several signatures: one that fits is enough.
    for signature in headers.get("webhook-signature", "").split(" "):
        version, _, value = signature.partition(",")
        if version == "v1" and hmac.compare_digest(value.encode(), expected):
            return True
    return False


class Receiver(BaseHTTPRequestHandler):
    secret = ""
    seen = set()  # yours: a table with a unique column

    def do_POST(self):
        length = int(self.headers.get("content-length", "0"))
        if length > LARGEST_BODY:
            return self.answer(413)
        body = self.rfile.read(length)
        if not verify(self.secret, self.headers, body, time.time()):
            return self.answer(401)
        identity = self.headers["webhook-id"]
        if identity in self.seen:
            print("repeat", identity, flush=True)
        else:
            self.seen.add(identity)
            message = json.loads(body)
            print(message["type"], identity, message["data"].get("summary", ""), flush=True)
        self.answer(204)

    def answer(self, status):
        self.send_response(status)
        self.send_header("content-length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


if __name__ == "__main__":
    Receiver.secret = os.environ["BANWATCH_WEBHOOK_SECRET"]
    server = HTTPServer(("127.0.0.1", int(sys.argv[1])), Receiver)
    print("listening on port", server.server_address[1], flush=True)
    server.serve_forever()
