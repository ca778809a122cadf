import dataclasses, numpy as np, pytest
from pathlib import Path
from simulator.engine import presets
from simulator.engine.session import save, SessionHead
from simulator.engine.recording import Recording
from scenes.run import start_run
from tests.scenes.hands import *
from tests.scenes.runs import trained
FIELDS=["phi","next_phi","trail","theta","loss","support_gradients","query_gradient","directions","loss_now","loss_after","surfaces.axis","surfaces.tasks","surfaces.now","surfaces.after","surfaces.optima","surfaces.averaged","alpha","unseen","metrics","notices"]
def chg():
    yield "short0", lambda a: a[:-1]
    yield "shortlast", lambda a: a[...,:-1]
    yield "long0", lambda a: np.concatenate([a,a])
    yield "axis", lambda a: a[None]
    yield "zero-d", lambda a: np.asarray(a.flat[0] if a.size else 0.0, a.dtype)
    yield "empty", lambda a: a[:0]
    yield "flat", lambda a: a.reshape(-1)
    yield "nan", lambda a: a*np.nan
    yield "huge", lambda a: a*0+1e300
    yield "T", lambda a: a.T
def with_(frame, field, f):
    if "." in field:
        a,b=field.split(".")
        return dataclasses.replace(frame, **{a: with_(getattr(frame,a), b, f)})
    v=getattr(frame,field)
    if isinstance(v,np.ndarray):
        return dataclasses.replace(frame, **{field: np.ascontiguousarray(f(v)) if f(v).ndim else np.array(f(v))})
    if field=="alpha": return dataclasses.replace(frame, alpha=float("nan"))
    if field in("unseen","metrics"): return dataclasses.replace(frame, **{field: {}})
    return frame
@pytest.mark.parametrize("name", ["two-tasks","two-dimensions"])
def test_fuzz(qtbot, window, tmp_path, name):
    with trained(name, 6) as run:
        shot=run.recording.snapshot(); head=run.head("x")
    out={}
    for field in FIELDS:
        for cname, f in chg():
            for which in ("all","old"):
                try:
                    frames={s: with_(fr, field, f) if which=="all" or s<6 else fr for s,fr in shot.frames.items()}
                    p=tmp_path/"x.metascope"
                    save(p, head, dataclasses.replace(shot, frames=frames))
                except Exception as e:
                    out[field,cname,which]="unsaved "+repr(e)[:80]; continue
                with qtbot.capture_exceptions() as exc:
                    before=window.stage
                    ok=window.open_path(p)
                    res=[ok, list(notices(window))]
                    if ok:
                        st=the_stage(window)
                        qtbot.waitUntil(lambda: st.playback.shown is not None or st.run.runner.state.value=="failed", timeout=20000)
                        for s in (2,5,0):
                            st.timeline.go_outer(s); settle(); 
                            for t in (0,2,st.timeline.inner.newest):
                                st.timeline.go_inner(t); settle()
                            window.grab()
                        res.append(list(notices(window)))
                if exc:
                    e=exc[0]; import traceback
                    tb=traceback.extract_tb(e[2])
                    res.append("EXC %d %r at %s"%(len(exc), e[1], [f"{x.filename.split('/')[-1]}:{x.lineno} {x.name}" for x in tb][-4:]))
                    print(field,cname,which,res[-1])
                out[field,cname,which]=res
                for n in window.desk.tree.nodes: window.desk.view.deleted.emit(n.key)
                settle()
    import collections
    print(collections.Counter("exc" if any(str(x).startswith("EXC") for x in r) else "ok" if r[0] is True and not r[-1] else "told" if r[0] is True else "refused" for r in out.values() if not isinstance(r,str)))
    (Path("/tmp/inv")/f"fuzz-{name}.txt").write_text("\n".join(f"{k}: {v}" for k,v in out.items()))
