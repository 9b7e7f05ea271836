"""Reads a decision set of every format with pandas and PIL, and with pyarrow and scikit-learn where they are installed.
    python3 src/test/readers/tables.py SET
Every table has the same labels for the same items; every picture opens, has the size its row says and the hash its name says."""
import hashlib, io, json, pathlib, sys
import pandas as pd
from PIL import Image

root = pathlib.Path(sys.argv[1])
rows = pd.read_json(root / "data.jsonl", lines=True, dtype=False).set_index("item_id")
table = pd.read_csv(root / "data.csv", dtype=str, keep_default_na=False).set_index("item_id")
assert list(rows.index) == list(table.index) and (rows.label == table.label).all()

pictures = 0
for split in sorted(root.glob("*/metadata.jsonl")):
    for row in pd.read_json(split, lines=True, dtype=False).itertuples():
        content = (split.parent / row.file_name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == row.sha256
        with Image.open(io.BytesIO(content)) as image:
            image.load()
            assert image.size == (rows.loc[row.item_id].width, rows.loc[row.item_id].height)
        assert rows.loc[row.item_id].label == row.label
        pictures += 1

about = json.loads((root / "aif360.json").read_text())
numbers = pd.read_csv(root / about["file"], index_col=about["index"])
assert all(kind.kind in "if" for kind in numbers.dtypes), numbers.dtypes
assert (numbers[about["label_names"][0]] == (rows.severity == "S0").astype(int)).all()
assert (numbers[[c for c in about["protected_attribute_names"] if c.startswith("source=")]].sum(axis=1) == 1).all()
try:
    from sklearn.linear_model import LogisticRegression
    LogisticRegression().fit(numbers.drop(columns=about["label_names"]), numbers[about["label_names"][0]])
except ImportError:
    pass
try:
    import pyarrow
except ImportError:
    pyarrow = None
if pyarrow:
    parquet = pd.concat(pd.read_parquet(f) for f in sorted(root.glob("data/*.parquet"))).set_index("item_id")
    assert sorted(parquet.index) == sorted(rows.index)
    for item, row in parquet.iterrows():
        assert row.label == rows.loc[item].label
        if row.export_mode == "full":
            assert hashlib.sha256(row.image["bytes"]).hexdigest() == row.sha256
        else:
            assert row.image is None
print("ok %d rows, %d pictures" % (len(rows), pictures))
