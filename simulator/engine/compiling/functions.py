"""Exponentials, logarithms and activations in single precision that LLVM turns into vector code, within 2e-7 relative.

The processor's library computes them one number at a time. Methods: range reduction by the nearest power of 2, then the
polynomials of Cephes (S. Moshier, expf.c and logf.c). `exponential8` is in double precision, by the series.
"""

from __future__ import annotations

from math import factorial
from typing import Any

import numpy as np
from llvmlite import ir
from numba import njit, types
from numba.extending import intrinsic

from metascope.simulator.engine.compiling.writing import F4

# Without `reassoc`: adding and subtracting a large number rounds, and must not be simplified away.
_ROUNDING = {"nsz", "contract", "arcp"}


def _function(function: Any) -> Any:
    return njit(fastmath=_ROUNDING, error_model="numpy", _nrt=False)(function)


@intrinsic
def _as_int(typing_context: object, x: types.Type) -> Any:
    bits = ir.IntType(32)
    return types.int32(types.float32), lambda context, builder, signature, given: builder.bitcast(given[0], bits)


@intrinsic
def _as_real(typing_context: object, x: types.Type) -> Any:
    real = ir.FloatType()
    return types.float32(types.int32), lambda context, builder, signature, given: builder.bitcast(given[0], real)


@intrinsic
def _as_int8(typing_context: object, x: types.Type) -> Any:
    bits = ir.IntType(64)
    return types.int64(types.float64), lambda context, builder, signature, given: builder.bitcast(given[0], bits)


@intrinsic
def _as_real8(typing_context: object, x: types.Type) -> Any:
    real = ir.DoubleType()
    return types.float64(types.int64), lambda context, builder, signature, given: builder.bitcast(given[0], real)


@intrinsic
def larger(typing_context: object, a: types.Type, b: types.Type) -> Any:
    """The larger of two numbers: numba's own `max` minds NaN in a way that keeps LLVM from vectors."""

    def generate(context: Any, builder: Any, signature: Any, given: Any) -> Any:
        kind = ir.FunctionType(ir.FloatType(), [ir.FloatType()] * 2)
        name = "llvm.maxnum.f32"
        function = builder.module.globals.get(name) or ir.Function(builder.module, kind, name)
        return builder.call(function, given, fastmath=("nsz", "reassoc", "nnan"))

    return types.float32(types.float32, types.float32), generate


_LOG2_E, _ROUND = F4(1.4426950408889634), F4(12582912.0)  # 1.5 2^23: adding it leaves the nearest whole number
_LN2_HIGH, _LN2_LOW = F4(0.693359375), F4(-2.12194440e-4)  # whose sum is ln 2
_E0, _E1, _E2 = F4(1.9875691500e-4), F4(1.3981999507e-3), F4(8.3334519073e-3)
_E3, _E4, _E5 = F4(4.1665795894e-2), F4(1.6666665459e-1), F4(5.0000001201e-1)
_LOWEST, _HIGHEST = F4(-87.3), F4(88.3)  # beyond, the result is 0 or infinite
_ZERO, _ONE, _TWO, _HALF = F4(0), F4(1), F4(2), F4(0.5)


@_function
def exponential(x: Any) -> Any:
    """e^x of x between -87.3 and 88.3; outside, the value at the end."""
    x = min(max(x, _LOWEST), _HIGHEST)
    shifted = x * _LOG2_E + _ROUND  # the whole number stands in its lowest bits
    whole = shifted - _ROUND
    r = x - whole * _LN2_HIGH
    r = r - whole * _LN2_LOW
    p = ((((_E0 * r + _E1) * r + _E2) * r + _E3) * r + _E4) * r + _E5
    p = p * r * r + r + _ONE
    return _as_real(_as_int(p) + (_as_int(shifted) << np.int32(23)))


_ROUND8 = 6755399441055744.0  # 1.5 2^52
_LN2_HIGH8, _LN2_LOW8 = 6.93145751953125e-1, 1.42860682030941723212e-6
_LOWEST8, _HIGHEST8 = -708.0, 709.0
_S = tuple(1.0 / factorial(n) for n in range(14))


@_function
def exponential8(x: Any) -> Any:
    """e^x in double precision, within 4e-16 relative; 0 below -708, and no more than at 709."""
    inside = _LOWEST8 if x < _LOWEST8 else x  # NaN stays
    inside = _HIGHEST8 if inside > _HIGHEST8 else inside
    shifted = inside * 1.4426950408889634 + _ROUND8
    whole = shifted - _ROUND8
    r = inside - whole * _LN2_HIGH8
    r = r - whole * _LN2_LOW8
    p = (((_S[13] * r + _S[12]) * r + _S[11]) * r + _S[10]) * r + _S[9]
    p = ((((p * r + _S[8]) * r + _S[7]) * r + _S[6]) * r + _S[5]) * r + _S[4]
    p = (((p * r + _S[3]) * r + _S[2]) * r + _S[1]) * r + _S[0]
    found = _as_real8(_as_int8(p) + (_as_int8(shifted) << 52))
    return 0.0 if x < _LOWEST8 else found


_ROOT = np.int32(0x3F3504F3)  # the bits of sqrt(1/2)
_MANTISSA = np.int32(0x7FFFFF)
_L0, _L1, _L2 = F4(7.0376836292e-2), F4(-1.1514610310e-1), F4(1.1676998740e-1)
_L3, _L4, _L5 = F4(-1.2420140846e-1), F4(1.4249322787e-1), F4(-1.6668057665e-1)
_L6, _L7, _L8 = F4(2.0000714765e-1), F4(-2.4999993993e-1), F4(3.3333331174e-1)


@_function
def logarithm(x: Any) -> Any:
    """log x of a positive number that is not denormal; NaN of NaN."""
    bits = _as_int(x) - _ROOT
    whole = F4(bits >> np.int32(23))
    m = _as_real((bits & _MANTISSA) + _ROOT) - _ONE  # between sqrt(1/2) - 1 and sqrt(2) - 1
    z = m * m
    p = ((((((((_L0 * m + _L1) * m + _L2) * m + _L3) * m + _L4) * m + _L5) * m + _L6) * m + _L7) * m + _L8) * m * z
    p = p + whole * _LN2_LOW - _HALF * z
    return m + p + whole * _LN2_HIGH if x == x else x


@_function
def logarithm_beyond_1(x: Any) -> Any:
    """log(1 + x) of x >= 0, also where 1 + x is rounded (W. Kahan's correction)."""
    whole = _ONE + x
    less = whole - _ONE
    return logarithm(whole) * (x / less) if less > _ZERO else x


@_function
def sigmoid(x: Any) -> Any:
    """1 / (1 + e^-x)."""
    return _ONE / (_ONE + exponential(-x))


@_function
def tanh(x: Any) -> Any:
    """tanh x, as 1 - 2 / (1 + e^2x): within 1e-7 of it, not relative to it."""
    return _ONE - _TWO / (_ONE + exponential(_TWO * x))


_P1, _P2, _P3 = F4(0.6931470036506653), F4(0.24022242426872253), F4(0.05550733581185341)
_P4, _P5 = F4(0.009671512991189957), F4(0.001326472731307149)
_MOST = F4(126)


@_function
def _power(t: Any) -> Any:
    """2^t of t between -126 and 126, within 1e-7 relative but for t's own rounding; outside, the value at the end."""
    t = min(max(t, -_MOST), _MOST)
    shifted = t + _ROUND
    f = t - (shifted - _ROUND)
    p = ((((_P5 * f + _P4) * f + _P3) * f + _P2) * f + _P1) * f + _ONE  # nearest to 2^f that is 1 at 0
    return _as_real(_as_int(p) + (_as_int(shifted) << np.int32(23)))


@_function
def near_sigmoid(x: Any) -> Any:
    """1 / (1 + e^-x) in fewer operations than `sigmoid`: within 1e-7 of it, not relative to it."""
    return _ONE / (_ONE + _power(x * -_LOG2_E))


@_function
def near_tanh(x: Any) -> Any:
    """tanh x in fewer operations than `tanh`: within 2e-7 of it, not relative to it."""
    return _ONE - _TWO / (_ONE + _power(x * (_TWO * _LOG2_E)))
