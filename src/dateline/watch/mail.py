"""Alerts by e-mail: one message for all that one watchlist has to tell one address at a time."""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Sequence
from datetime import datetime
from email.message import EmailMessage
from email.utils import format_datetime

from dateline.config import Options
from dateline.errors import FetchError
from dateline.records import Alert, Watchlist, content_id

_GIVEN = 20.0  # seconds for one answer of the mail server
_MOST_TOLD = 50  # alerts written out in one message; the desk keeps the others too
_LONGEST_SUBJECT = 120


def send(options: Options, message: EmailMessage) -> None:
    """Hand a message to the configured mail server.

    Raises FetchError where it doesn't take the message; the password is never in the reason.
    """
    server = options.smtp_host
    context = ssl.create_default_context()
    try:
        if options.smtp_security == "tls":
            client: smtplib.SMTP = smtplib.SMTP_SSL(
                server, options.smtp_port, timeout=_GIVEN, context=context
            )
        else:
            client = smtplib.SMTP(server, options.smtp_port, timeout=_GIVEN)
        with client:
            if options.smtp_security == "starttls":
                client.starttls(context=context)
            if options.smtp_user:
                client.login(options.smtp_user, options.smtp_password)
            client.send_message(message)
    except smtplib.SMTPAuthenticationError as error:
        reason = "the mail server refused user name and password"
        raise FetchError(server, reason, kind="not-permitted") from error
    except smtplib.SMTPResponseException as error:
        text = " ".join(_text(error.smtp_error).split())[:200]
        raise FetchError(server, f"{error.smtp_code} {text}", kind="fetch") from error
    except smtplib.SMTPRecipientsRefused as error:
        raise FetchError(server, "refused the recipient", kind="not-permitted") from error
    except (smtplib.SMTPException, OSError) as error:
        why = " ".join(str(error).split())[:200] or type(error).__name__
        raise FetchError(server, f"the mail server failed: {why}", kind="fetch") from error


def compose(
    options: Options, watchlist: Watchlist, to: str, alerts: Sequence[Alert], now: datetime
) -> EmailMessage:
    """Write the message that tells ``alerts`` to one address. Plain text, never markup.

    Raises FetchError where the options name no mail server or no sender.
    """
    if not options.smtp_host or "@" not in options.smtp_from:
        reason = "no mail server is set: options smtp_host and smtp_from (an e-mail address)"
        raise FetchError("e-mail", reason, kind="not-permitted")
    message = EmailMessage()
    more = f" (and {len(alerts) - 1} more)" if len(alerts) > 1 else ""
    subject = f"[{watchlist.name}] {alerts[0].title}"[:_LONGEST_SUBJECT] + more
    message["Subject"] = " ".join(subject.split())
    message["From"] = " ".join(options.smtp_from.split())
    message["To"] = to
    message["Date"] = format_datetime(now)
    # the same alerts have the same id: mail programs show a repeated message once
    ids = content_id("msg", to, *(alert.id for alert in alerts))
    message["Message-ID"] = f"<{ids}@dateline.invalid>"
    message["Auto-Submitted"] = "auto-generated"
    parts = [_told(alert) for alert in alerts[:_MOST_TOLD]]
    if len(alerts) > _MOST_TOLD:
        parts.append(f"{len(alerts) - _MOST_TOLD} more: dateline alerts {watchlist.name!r}")
    parts.append(f"You get this because the watchlist {watchlist.name!r} names your address.")
    message.set_content("\n\n".join(parts) + "\n")
    return message


def _told(alert: Alert) -> str:
    lines = [alert.title, f"  {alert.text}", f"  matched: {alert.why}"]
    if alert.story:
        lines.append(f"  dateline brief {alert.story}")
    return "\n".join(lines)


def _text(raw: bytes | str) -> str:
    return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else raw
