import numpy as np

from dateline.engines import pack, unpack, unpack_all


def test_a_stored_vector_is_two_bytes_a_dimension_little_endian():
    assert pack(np.array([1.0, -2.0])) == b"\x00\x3c\x00\xc0"


def test_unpacking_gives_back_the_direction_at_unit_length():
    vector = np.array([3.0, 4.0, 12.0])
    back = unpack(pack(vector / 13.0))
    assert abs(float(np.linalg.norm(back)) - 1.0) < 1e-6
    assert float(back @ vector) / 13.0 > 0.999999


def test_many_vectors_become_one_matrix():
    rows = unpack_all([pack(np.array([1.0, 0.0])), pack(np.array([0.0, 1.0]))])
    assert rows.tolist() == [[1.0, 0.0], [0.0, 1.0]]
    assert unpack_all([]).size == 0
