"""Why the operating system refused a file or a connection, in both languages."""

from __future__ import annotations

import errno
import os

from helpcenter.model import Text

_REASONS = {
    errno.ENOENT: Text("没有这个文件", "no such file"),
    errno.EACCES: Text("没有权限", "permission denied"),
    errno.EPERM: Text("没有权限", "permission denied"),
    errno.EISDIR: Text("这是一个文件夹", "it is a folder"),
    errno.ENOTDIR: Text("路径里有一段不是文件夹", "part of the path is not a folder"),
    errno.ENAMETOOLONG: Text("文件名太长", "the file name is too long"),
    errno.ELOOP: Text("符号链接绕成了圈", "symbolic links form a loop"),
    errno.EMFILE: Text("打开的文件太多", "too many open files"),
    errno.ENOSPC: Text("磁盘已满", "the disk is full"),
    errno.EROFS: Text("磁盘是只读的", "the disk is read-only"),
    errno.EIO: Text("磁盘读写出错", "the disk reports an error"),
    errno.ECONNREFUSED: Text("对方拒绝连接", "the connection was refused"),
    errno.ECONNRESET: Text("连接中途被断开", "the connection was reset"),
    errno.ENETUNREACH: Text("没有通往对方的网络", "the network is unreachable"),
    errno.EHOSTUNREACH: Text("连不到对方的服务器", "the host is unreachable"),
}
_BY_WORDS = {os.strerror(code): reason for code, reason in _REASONS.items()}


def reason_of(error: OSError) -> Text:
    """Why a file or connection failed; the system's own words for what the table does not list."""
    return in_both_languages(error.strerror or type(error).__name__)


def in_both_languages(words: str) -> Text:
    """The same for the system's words alone (`OSError.strerror`), or whatever else they are."""
    return _BY_WORDS.get(words) or Text(words, words)
