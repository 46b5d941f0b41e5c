"""Packs the moving picture and the sound of a clip into a new file, nothing else; runs in the child process only."""

from pathlib import Path
from typing import Any, BinaryIO

import av
from av.audio.stream import AudioStream
from av.bitstream import BitStreamFilterContext
from av.container import InputContainer, OutputContainer
from av.packet import Packet
from av.stream import Stream
from av.video.frame import VideoFrame
from av.video.stream import VideoStream
from PIL.Image import Image

from simulator.media import pictures
from simulator.media.faults import Fault

LONGEST = 30.5  # seconds; phones record a little more than the 30 they show
MOST_POINTS = 2_100_000  # 1080p, lying or standing
MOST_FRAMES = 2000
# By the first bytes of a file: what reads it, how it is written, and what may be in it (rulings 25).
_KINDS = {
    "mov": ("mov", "mp4", ("h264",), ("aac",)),
    "webm": ("matroska", "webm", ("vp8", "vp9"), ("opus", "vorbis")),
}
# Slices and the two sets of parameters; whatever else a stream can carry, such as notes of an encoder, stays out.
_SLICES_ALONE = "filter_units=pass_types=1-5|7-8"
_POSTER_AT = 0.5  # seconds; the very first picture is often black


def rewrite(source: BinaryIO, folder: Path) -> dict[str, Any]:  # Any: plain values for JSON
    """Write the clip into `folder`, with a poster, and say how large and long it is; raises `Fault`."""
    reads, writes, pictured, heard = _KINDS[_kind(source.read(12))]
    source.seek(0)
    with av.open(source, "r", format=reads, metadata_errors="ignore") as clip:
        video, audio = _streams(clip, pictured, heard)
        path = folder / f"out.{writes}"
        options = {"fflags": "+bitexact"} | ({"movflags": "+faststart"} if writes == "mp4" else {})
        with av.open(str(path), "w", format=writes, options=options) as fresh:
            shown, seconds = _copy(clip, fresh, video, audio)
    image = _turned(shown)
    pictures.poster(image, folder)
    return {"width": image.width, "height": image.height, "seconds": max(1, round(seconds)), "ending": writes}


def _kind(head: bytes) -> str:
    if head[4:8] in (b"ftyp", b"moov", b"wide", b"mdat", b"free", b"skip"):
        return "mov"
    if head[:4] == b"\x1aE\xdf\xa3":
        return "webm"
    raise Fault("clip-unreadable")


def _streams(
    clip: InputContainer, pictured: tuple[str, ...], heard: tuple[str, ...]
) -> tuple[VideoStream, AudioStream | None]:
    video = next(iter(clip.streams.video), None)
    audio = next(iter(clip.streams.audio), None)
    if video is None:
        raise Fault("clip-unreadable" if audio is None else "clip-still")
    if video.codec_context.name not in pictured or (audio is not None and audio.codec_context.name not in heard):
        raise Fault("clip-kind")
    _check_size(video.codec_context.width, video.codec_context.height)
    if clip.duration is not None and clip.duration / av.time_base > LONGEST:
        raise Fault("clip-long")
    for stream in (video, audio):
        if stream is not None:
            stream.codec_context.thread_count = 1
            stream.codec_context.options = {"err_detect": "explode"}
    return video, audio


def _check_size(width: int, height: int) -> None:
    if width < 2 or height < 2:
        raise Fault("clip-still")
    if width * height > MOST_POINTS or max(width, height) > 4096:
        raise Fault("clip-large")


def _copy(
    clip: InputContainer, fresh: OutputContainer, video: VideoStream, audio: AudioStream | None
) -> tuple[VideoFrame, float]:
    """Copy what can be decoded, and only that; the picture for the poster, and how long the clip is."""
    to: dict[int, Stream] = {video.index: fresh.add_stream_from_template(video)}
    if audio is not None:
        to[audio.index] = fresh.add_stream_from_template(audio)
    for stream in to.values():
        stream.metadata.clear()
    fresh.metadata.clear()
    sieve = BitStreamFilterContext(_SLICES_ALONE, video) if video.codec_context.name == "h264" else None
    seen, length = _Seen(), 0.0
    for packet in clip.demux(*(one for one in (video, audio) if one is not None)):
        seen.look(packet, packet.stream.type == "video")
        if packet.dts is None:
            continue  # the empty packet at the end
        length = max(length, _end(packet))
        if length > LONGEST:
            raise Fault("clip-long")
        sifted = sieve.filter(packet) if sieve is not None and packet.stream.type == "video" else [packet]
        target = to[packet.stream.index]
        for one in sifted:
            one.stream = target
            fresh.mux(one)
    if seen.shown is None:
        raise Fault("clip-still")
    return seen.shown, length


class _Seen:
    """The pictures that went by."""

    def __init__(self) -> None:
        self.shown: VideoFrame | None = None
        self.many = 0

    def look(self, packet: "Packet[Any]", pictured: bool) -> None:
        """Decode a packet, so that nothing is passed on which is no picture and no sound."""
        for frame in packet.decode():
            if not pictured:
                continue
            self.many += 1
            if self.many > MOST_FRAMES:
                raise Fault("clip-long")
            _check_size(frame.width, frame.height)
            if self.shown is None or (self.shown.time or 0.0) < _POSTER_AT <= (frame.time or 0.0):
                self.shown = frame


def _end(packet: "Packet[Any]") -> float:
    if packet.pts is None or packet.time_base is None:
        return 0.0
    return float((packet.pts + (packet.duration or 0)) * packet.time_base)


def _turned(frame: VideoFrame) -> Image:
    image: Image = frame.to_image()  # type: ignore[no-untyped-call]  # av names no type here
    return image.rotate(frame.rotation, expand=True) if frame.rotation else image
