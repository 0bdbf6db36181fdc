"""How is it shown in the browser? The only room that knows Streamlit (with the scripts in `pages/`)."""
