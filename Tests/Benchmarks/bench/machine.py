"""What the numbers were measured on."""
import os
import pathlib
import platform
import subprocess


def describe(folder: pathlib.Path) -> dict:
    model = next((line.split(":", 1)[1].strip() for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines() if line.startswith("model name")), "?")
    kind = subprocess.run(["stat", "-f", "-c", "%T", str(folder)], capture_output=True, text=True).stdout.strip()
    return {"cpu": model, "cores": os.cpu_count(), "kernel": platform.release(), "fileSystem": kind, "loadBefore": os.getloadavg()[0]}
