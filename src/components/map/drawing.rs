//! The drawing behind the map's links and buttons. Says nothing to a screen reader; a click on a shape chooses it, as its
//! link does.

use leptos::prelude::*;
use qsec2_domain::choices::Choice as _;
use qsec2_domain::department::Department;
use qsec2_domain::map::{HEIGHT, INSET_CORNER, LENS, SCALE, WIDTH, outline};

use crate::browser::history::Entry;
use crate::components::bullet::line_class;
use crate::state::refine::{Refine, use_refine};

/// The outlines, as a whole and enlarged.
#[component]
pub fn Drawing() -> impl IntoView {
    let refine = use_refine();
    let outlines = Department::ALL.iter().map(|&department| {
        let (shape, inside) = (shape_id(department), inside_id(department));
        view! {
            <path id=shape d=outline(department) vector-effect="non-scaling-stroke" />
            <clipPath id=inside><use href=url(department) /></clipPath>
        }
    });
    let (left, top, width, height) = LENS;
    let lens = view! { <rect class="map-lens" x=left y=top width=width height=height /> };
    view! {
        <svg class="map-drawing" viewBox=format!("0 0 {WIDTH} {HEIGHT}") aria-hidden="true">
            <defs>{outlines.collect_view()}</defs>
            <g>{shapes(refine)}</g>
            {lens}
            <svg x=INSET_CORNER.x y=INSET_CORNER.y width=SCALE * width height=SCALE * height
                viewBox=format!("{left} {top} {width} {height}")>{shapes(refine)}</svg>
            <rect class="map-lens" x=INSET_CORNER.x y=INSET_CORNER.y width=SCALE * width height=SCALE * height />
        </svg>
    }
    .into_any()
}

/// All shapes, each clipped by itself: its border is drawn on its own side only, so that neighbours keep theirs.
fn shapes(refine: Refine) -> AnyView {
    let shapes = Department::ALL.iter().map(|&department| {
        let choose = move |_| {
            refine.with(Entry::New, |query| query.departments = query.departments.toggled(department));
        };
        let is_chosen = move || refine.look(|query| query.departments.contains(department));
        view! {
            <use class=format!("map-shape {}", line_class(department)) class:map-shape-on=is_chosen
                href=url(department) clip-path=format!("url(#{})", inside_id(department)) on:click=choose />
        }
        .into_any()
    });
    shapes.collect_view().into_any()
}

fn shape_id(department: Department) -> String {
    format!("contour-{}", department.code())
}

fn inside_id(department: Department) -> String {
    format!("dedans-{}", department.code())
}

fn url(department: Department) -> String {
    format!("#{}", shape_id(department))
}
