#pragma once

#include <QImage>
#include <QWidget>
#include <filesystem>
#include <vector>

#include "ui/parts/job.h"

namespace rudolph {

/// The first layer of the network that is trained, as pictures, read again after every epoch while
/// it is on the screen.
class FilterView : public QWidget {
    Q_OBJECT

public:
    explicit FilterView(QWidget* parent = nullptr);

    /// The model file has changed (or is another one); empty: there is none.
    void setModel(const std::filesystem::path& model_file);
    const std::vector<QImage>& pictures() const { return pictures_; }

protected:
    void paintEvent(QPaintEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void load();
    void take(std::vector<QImage> pictures, const QString& otherwise);

    std::filesystem::path model_file_;
    bool changed_ = false;
    std::vector<QImage> pictures_;
    QString message_;
    Job job_;  ///< last, so that it ends before what it uses
};

}  // namespace rudolph
